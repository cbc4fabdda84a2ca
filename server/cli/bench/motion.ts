/** How bodies move over a bad line: one's own ahead of the server, others on a screen, and fifty in one room. */
import { type Crowd, measureCrowd } from './motion-crowd.ts';
import { FAR_LINE } from './motion-line.ts';
import { bufferScreen, ourScreen, watch } from './motion-shown.ts';
import type { Told } from './motion-told.ts';
import { walk } from './motion-walk.ts';
import { type BenchRow, benchRow } from './row.ts';

const MINUTES = 10;
/** A receiver-stamped buffer as worlds of this kind have it: one and a half times its 125 ms between updates. */
const USUAL_LATE_MS = 187;
const USUAL_EVERY_MS = 125;
const PEOPLE = 50;

export async function motionBench(): Promise<readonly BenchRow[]> {
  const { truth, corrections, inputs, metres } = walk(MINUTES, FAR_LINE, 'motion bench');
  const ours = watch(truth, FAR_LINE, ourScreen());
  const usual = watch(truth, FAR_LINE, bufferScreen(USUAL_LATE_MS, 0));
  const sparse = watch(truth, FAR_LINE, bufferScreen(USUAL_LATE_MS, USUAL_EVERY_MS - 1));
  return [
    row('own avatar: corrections above 0.1 mm in 10 minutes, 150 ms round trip, 2 % stalls', corrections, '', 0),
    row('own avatar: inputs tried in them', inputs, 'inputs'),
    row('own avatar: way covered in them', metres, 'm'),
    row('others: mean error, beside a 187 ms receiver-stamped buffer', ours.mean, 'm', usual.mean / 2, usual.mean),
    row('others: the same beside that buffer fed 8 times a second', ours.mean, 'm', null, sparse.mean),
    ...screenRows(ours, usual),
    ...crowdRows(await measureCrowd(PEOPLE)),
  ];
}

function screenRows(ours: Told, usual: Told): BenchRow[] {
  const figures: readonly (readonly [string, keyof Told, string])[] = [
    ['error, 95th of 100', 'p95', 'm'],
    ['error, largest', 'most', 'm'],
    ['overshoot, mean', 'overshoot', 'm'],
    ['overshoot, 95th of 100', 'overshootP95', 'm'],
    ['shown walking back by 5 cm or more', 'backs', 'times'],
    ['farthest shown walking back', 'backMost', 'm'],
  ];
  return figures.map(([name, of, unit]) => row(`others: ${name}`, ours[of], unit, null, usual[of]));
}

function crowdRows(crowd: Crowd): BenchRow[] {
  const name = (figure: string) => `${PEOPLE} walking in one room: ${figure}`;
  return [
    row(name('CPU of the server a tick'), crowd.cpuMsATick, 'ms'),
    row(name('tick of the room, 99th of 100'), crowd.tickP99Ms, 'ms', 25),
    row(name('sent to each'), crowd.bytesASecond / 1_000, 'kB/s'),
    more(name('patches'), crowd.patchesASecond, '1/s', 19),
    more(name('seen moving by every one of them'), crowd.seenByAll, 'people', PEOPLE),
  ];
}

/** More is better. */
function more(name: string, value: number, unit: string, target: number): BenchRow {
  return { ...row(name, value, unit, target), better: 'higher', met: value >= target };
}

function row(
  name: string,
  value: number,
  unit: string,
  target: number | null = null,
  baseline: number | null = null,
): BenchRow {
  const round = (of: number) => Math.round(of * 1_000) / 1_000;
  return benchRow({
    ...{ bench: 'motion', name, unit, better: 'lower' },
    value: round(value),
    target: target === null ? null : round(target),
    baseline: baseline === null ? null : round(baseline),
  });
}
