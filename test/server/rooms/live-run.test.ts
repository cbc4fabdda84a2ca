import { expect, test } from 'vitest';
import { LiveRun } from '#server/rooms/live-run.ts';
import { toBase64 } from '#shared/base/hash.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { decodeTape } from '#shared/physics/tape.ts';

const CHALLENGE = parseChallengeId('a'.repeat(64));
const bytes = (...ticks: number[]) => toBase64(Uint8Array.from(ticks));
const code = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

test('a run that comes in order and in time is handed in as it was played', () => {
  const run = new LiveRun(1, CHALLENGE, 1_000);
  run.take(0, bytes(64, 64, 64), 1_060);
  run.take(3, bytes(192, 64), 1_120);
  const { payload, wallMs } = run.finish();
  expect(wallMs).toBe(60);
  if (payload.kind !== 'tape') throw new Error('It should be a tape.');
  expect([...decodeTape(payload.bytes, 100)]).toEqual([64, 64, 64, 192, 64]);
});

test('gaps, overlaps, oversized chunks and empty runs are refused, and a broken run stays broken', () => {
  const gap = new LiveRun(1, CHALLENGE, 0);
  expect(code(() => gap.take(3, bytes(1), 100))).toBe('run.gap');
  expect(code(() => gap.take(0, bytes(1), 100))).toBe('run.gap');
  expect(code(() => gap.finish())).toBe('run.gap');
  const overlap = new LiveRun(2, CHALLENGE, 0);
  overlap.take(0, bytes(1, 2, 3), 100);
  expect(code(() => overlap.take(1, bytes(9, 9), 120))).toBe('run.overlap');
  const large = new LiveRun(3, CHALLENGE, 0);
  expect(code(() => large.take(0, toBase64(new Uint8Array(16)), 1_000))).toBe('run.chunk');
  expect(code(() => new LiveRun(4, CHALLENGE, 0).finish())).toBe('run.empty');
});

test('the very same piece sent again after a broken connection is no overlap', () => {
  const run = new LiveRun(1, CHALLENGE, 0);
  run.take(0, bytes(1, 2, 3), 100);
  run.take(0, bytes(1, 2, 3), 110);
  run.take(3, bytes(4), 120);
  expect(run.ticks).toBe(4);
});

test('nobody plays faster than time, and a run ends at its longest', () => {
  const fast = new LiveRun(1, CHALLENGE, 0);
  let from = 0;
  let refused = 'none';
  for (let chunk = 0; chunk < 40 && refused === 'none'; chunk++) {
    refused = code(() => fast.take(from, toBase64(new Uint8Array(15)), chunk * 20));
    from += 15;
  }
  expect(refused).toBe('run.too-fast');
  const long = new LiveRun(2, CHALLENGE, 0);
  for (let tick = 0; tick < 7_200; tick += 15) long.take(tick, toBase64(new Uint8Array(15)), (tick + 15) * 17);
  expect(code(() => long.take(7_200, bytes(0), 1e9))).toBe('run.too-long');
});

test('on a course for two every tick is two bytes, and a tape for each start is handed in', () => {
  const run = new LiveRun(1, CHALLENGE, 0);
  run.take(0, bytes(64, 0, 65), 100);
  run.playedBy(2);
  run.take(3, bytes(1, 66, 2, 67), 200);
  expect(run.ticks).toBe(3);
  const { payload } = run.finish();
  if (payload.kind !== 'tapes') throw new Error('It should be tapes.');
  expect(payload.tapes.map((tape) => [...decodeTape(tape, 100)])).toEqual([
    [64, 65, 66],
    [0, 1, 2],
  ]);
});
