import { expect, test } from 'vitest';
import { JoinedRun, STALL_MS } from '#server/rooms/joined-run.ts';
import { classOf } from '#shared/records/timing.ts';

const BEGINS_MS = 4_000;

/** Two who send a second of ticks at a time, each late by their own milliseconds. */
function played(seconds: number, late: readonly [number, number], pause = 0): JoinedRun {
  const run = new JoinedRun(2, 3_600, BEGINS_MS);
  for (let second = 0; second < seconds; second++)
    for (const [who, ms] of late.entries()) {
      const stood = second >= seconds / 2 ? pause : 0;
      run.take([who], second * 60, new Uint8Array(60).fill(64), BEGINS_MS + (second + 1) * 1_000 + ms + stood);
    }
  return run;
}

test('the wall time runs from the first joined tick to the last, and tells live from prepared as for one', () => {
  const live = played(20, [0, 300]).finish();
  expect(live.wallMs).toBe(19_000);
  expect(live.payload.kind).toBe('tapes');
  const classes = (run: JoinedRun) => {
    const { payload, wallMs } = run.finish();
    return classOf('live', 'tapes', payload, wallMs);
  };
  // Pieces of a second make the first one seem short by a second; a real client sends twenty a second.
  const fine = new JoinedRun(2, 3_600, BEGINS_MS);
  for (let tick = 0; tick < 1_200; tick += 3)
    for (const who of [0, 1])
      fine.take([who], tick, new Uint8Array(3), BEGINS_MS + ((tick + 3) / 60) * 1_000 + who * 200);
  expect(classes(fine)).toBe('live');
  // Standing still for long in the middle is what a tool does between its moves.
  expect(classes(played(20, [0, 0], 9_000))).toBe('tool');
});

test('a run is stalled when no tick became whole, whoever goes on sending', () => {
  const run = new JoinedRun(2, 3_600, BEGINS_MS);
  expect(run.isStalled(BEGINS_MS + 9_000)).toBe(false);
  expect(run.isStalled(BEGINS_MS + 10_001)).toBe(true);
  run.take([0], 0, new Uint8Array(15), BEGINS_MS + 1_000);
  expect(run.isStalled(BEGINS_MS + 9_000)).toBe(false);
  run.take([1], 0, new Uint8Array(3), BEGINS_MS + 2_000);
  run.take([0], 15, new Uint8Array(15), BEGINS_MS + 4_000);
  expect([run.isBehind(0), run.isBehind(1)]).toEqual([false, true]);
  expect(run.isStalled(BEGINS_MS + 2_000 + STALL_MS)).toBe(false);
  expect(run.isStalled(BEGINS_MS + 2_001 + STALL_MS)).toBe(true);
});
