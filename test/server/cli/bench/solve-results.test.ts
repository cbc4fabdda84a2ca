import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Goal } from '#server/cli/bench/solve-goals.ts';
import { type Race, race } from '#server/cli/bench/solve-race.ts';
import { KeptResults, type ResultsHead } from '#server/cli/bench/solve-results.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const HEAD: ResultsHead = { family: 'fold', solver: 'a', release: 1, unit: 'contact', better: 'higher' };
const GOAL: Goal = {
  family: 'fold',
  name: 'square 20',
  instance: { sequence: 'HPHPPHHPHPPHPHHPPHPH', lattice: 'square' },
  record: 9,
  status: 'claimed',
  goal: 9,
  budgetCpuSeconds: 20,
};

function ran(seed: string, value: number, moves: string): Race {
  const leg = { value, cpuSeconds: 1, reached: value >= GOAL.goal };
  return { seed, ...leg, baseline: leg, best: { kind: 'moves', moves } };
}

test('a long bench that is stopped goes on where it was, with the best certificate kept', async () => {
  const folder = await scratchFolder();
  const first = await KeptResults.open(HEAD, folder);
  await first.add(GOAL, ran('1', 7, 'RU'));
  await first.add(GOAL, ran('2', 8, 'RR'));
  await first.add(GOAL, ran('3', 6, 'UU'));
  const again = await KeptResults.open(HEAD, folder);
  expect(['1', '2', '3', '4'].map((seed) => again.has(GOAL, seed))).toEqual([true, true, true, false]);
  expect(again.all.rows[0]).toMatchObject({
    best: { moves: 'RR' },
    runs: [{ seed: '1' }, { seed: '2' }, { seed: '3' }],
  });
  expect(await readdir(folder)).toEqual(['fold.json']);
});

test('another release of the solver, and a goal that has changed, begin anew', async () => {
  const folder = await scratchFolder();
  await (await KeptResults.open(HEAD, folder)).add(GOAL, ran('1', 9, 'RU'));
  const changed = { ...GOAL, goal: 10 };
  const same = await KeptResults.open(HEAD, folder);
  expect(same.has(changed, '1')).toBe(false);
  await same.add(changed, ran('1', 9, 'RU'));
  expect(same.all.rows).toHaveLength(1);
  expect(same.all.rows[0]?.goal).toBe(10);
  expect((await KeptResults.open({ ...HEAD, release: 2 }, folder)).all.rows).toEqual([]);
});

test('a race ends at the goal, and its certificate is what the judge confirmed', async () => {
  const easy = { ...GOAL, goal: 5, budgetCpuSeconds: 30 };
  const { value, reached, cpuSeconds, best, baseline } = await race(easy, '1', easy.budgetCpuSeconds);
  expect(reached).toBe(true);
  expect(value).toBeGreaterThanOrEqual(5);
  expect(cpuSeconds).toBeLessThan(30);
  expect(best).toMatchObject({ kind: 'moves' });
  expect(baseline.value).not.toBeNull();
});
