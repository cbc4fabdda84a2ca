import { expect, test } from 'vitest';
import { noveltyAmong } from '#server/stages/novelty.ts';
import type { MachineRun } from '#shared/records/challenge.ts';

/** Five seeds of one solver that came this far. */
function runs(...progress: readonly number[]): { readonly machine: readonly MachineRun[] } {
  return {
    machine: progress.map((far, index) => ({
      solver: 'walker',
      release: 1,
      seed: String(index + 1),
      budgetCpuSeconds: 1,
      cpuSeconds: 1,
      steps: 9,
      solved: false,
      progress: far,
    })),
  };
}

test('the first of a family is new, and one on which machines fare the same is not', () => {
  const known = runs(0.1, 0.5, 0.2, 0.9, 0.3);
  expect(noveltyAmong(known, [])).toBe(1);
  expect(noveltyAmong(runs(0.2, 0.6, 0.3, 1, 0.4), [known])).toBe(0);
  expect(noveltyAmong(runs(0.9, 0.1, 0.5, 0.2, 0.3), [known])).toBeGreaterThan(0.3);
});

test('what other machines tried is not compared', () => {
  expect(noveltyAmong(runs(0.1, 0.5), [runs(0.1)])).toBe(1);
  expect(noveltyAmong(runs(), [runs(0.1)])).toBe(1);
});
