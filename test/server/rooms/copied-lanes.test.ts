import { expect, test } from 'vitest';
import { CopiedLanes } from '#server/rooms/copied-lanes.ts';
import { parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';

const COURSE = parseChallengeId('a'.repeat(64));
const OTHER = parseChallengeId('b'.repeat(64));
const [ADA, BO, CLEO] = ['1', '2', '3'].map((digit) => parseAddress(`0x${digit.repeat(40)}`));
const IDLE = new Uint8Array(400);

/** A tape as somebody plays it: keys held for some ticks each. */
function playedTape(seed: string): Uint8Array {
  const rng = new Rng(seed);
  const ticks: number[] = [];
  while (ticks.length < 400) ticks.push(...Array<number>(rng.int(8, 25)).fill(rng.int(32, 90)));
  return Uint8Array.from(ticks.slice(0, 400));
}

/** Ada and Bo have played together, each a start. */
function afterRun(byBo: Uint8Array) {
  if (ADA === undefined || BO === undefined || CLEO === undefined) throw new Error('three people');
  let nowMs = 0;
  const copied = new CopiedLanes(() => nowMs);
  const lanes = [
    { lane: 0, by: ADA, tape: playedTape('ada') },
    { lane: 1, by: BO, tape: byBo },
  ];
  copied.keep(COURSE, lanes);
  return { copied, lanes, ada: ADA, cleo: CLEO, pass: (hours: number) => (nowMs += hours * 3_600_000) };
}

test('whoever heard a lane and streams it again alone has copied it, later and with some ticks changed too', () => {
  const byBo = playedTape('bo');
  const { copied, ada, cleo, pass } = afterRun(byBo);
  const own = playedTape('ada again');
  expect(copied.isCopied(ada, COURSE, [own, byBo])).toBe(true);
  expect(copied.isCopied(ada, COURSE, [own, Uint8Array.from([0, 3, 1, ...byBo])])).toBe(true);
  const touched = byBo.slice();
  touched[200] = 91;
  expect(copied.isCopied(ada, COURSE, [own, Uint8Array.from([...touched, 1, 2, 3])])).toBe(true);
  expect(copied.isCopied(cleo, COURSE, [own, byBo])).toBe(false);
  expect(copied.isCopied(ada, OTHER, [own, byBo])).toBe(false);
  pass(7);
  expect(copied.isCopied(ada, COURSE, [own, byBo])).toBe(false);
});

test('one’s own lane, another way of playing, and standing still are no copies', () => {
  const { copied, ada, lanes } = afterRun(playedTape('bo'));
  expect(copied.isCopied(ada, COURSE, [lanes[0]?.tape ?? IDLE, playedTape('by hand')])).toBe(false);
  expect(copied.isCopied(ada, COURSE, [playedTape('by hand'), IDLE])).toBe(false);
  const still = afterRun(IDLE);
  expect(still.copied.isCopied(still.ada, COURSE, [playedTape('by hand'), IDLE])).toBe(false);
});
