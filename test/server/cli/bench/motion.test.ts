import { expect, test } from 'vitest';
import { FAR_LINE, Line } from '#server/cli/bench/motion-line.ts';
import { bufferScreen, ourScreen, watch } from '#server/cli/bench/motion-shown.ts';
import { walk } from '#server/cli/bench/motion-walk.ts';
import { Rng } from '#shared/base/rng.ts';

test('a line keeps the order, and what follows a lost packet waits for it', () => {
  const line = new Line({ delayMs: 75, jitterMs: 20, stalls: 0.1, stallMs: 300 }, new Rng('line'));
  let [last, waited] = [0, 0];
  for (let atMs = 0; atMs < 60_000; atMs += 50) {
    const arrives = line.arrival(atMs);
    expect(arrives).toBeGreaterThanOrEqual(Math.max(last, atMs + 75));
    if (arrives - atMs > 200) waited++;
    last = arrives;
  }
  expect(waited).toBeGreaterThan(200);
});

test('whoever walks over a bad line is never put back; over one that stands still for seconds they are', () => {
  const { corrections, inputs, metres } = walk(2, FAR_LINE, 'test');
  expect(corrections).toBe(0);
  expect(inputs).toBeGreaterThan(2_300);
  expect(metres).toBeGreaterThan(200);
  expect(walk(0.5, { ...FAR_LINE, stallMs: 3_000 }, 'test').corrections).toBeGreaterThan(0);
});

test('others are shown at most half as far from where they are as by a 187 ms buffer, on the same line', () => {
  const { truth } = walk(2, FAR_LINE, 'test');
  const usual = watch(truth, FAR_LINE, bufferScreen(187, 0));
  const ours = watch(truth, FAR_LINE, ourScreen());
  expect(usual.mean).toBeGreaterThan(0.8);
  expect(ours.mean).toBeLessThanOrEqual(usual.mean / 2);
  expect(ours.backMost).toBeLessThan(0.5);
});
