import { expect, test } from 'vitest';
import type { MachineRun } from '#shared/records/challenge.ts';
import { bestValue, type StandingRules, standingOf, upperBound } from '#shared/records/standing.ts';

const RULES: StandingRules = {
  kind: 'success',
  better: 'lower',
  limit: null,
  published: null,
  proven: false,
  record: null,
};
const run = (change: Partial<MachineRun>): MachineRun => ({
  solver: 'go',
  release: 1,
  seed: '1',
  budgetCpuSeconds: 100,
  cpuSeconds: 99.6,
  steps: 9,
  solved: false,
  progress: 0.5,
  ...change,
});
const five = ['1', '2', '3', '4', '5'].map((seed) => run({ seed, progress: Number(seed) / 10 }));

test('five failures at the largest budget are said with solver, budget, nearest and bound', () => {
  const standing = standingOf([run({ budgetCpuSeconds: 1, cpuSeconds: 1 }), ...five], RULES);
  expect(standing).toMatchObject({ why: 'machines-fail', cpuSeconds: 499, best: null });
  expect(standing.solvers).toEqual([
    {
      solver: 'go',
      release: 1,
      budgetCpuSeconds: 100,
      seeds: 5,
      solved: 0,
      best: null,
      progress: 0.5,
      cpuSeconds: 499,
      upper: 0.451,
    },
  ]);
});

test('the bound of no success is 1 − 0.05^(1/n), about 3/n', () => {
  expect(upperBound(0)).toBe(1);
  expect(upperBound(1)).toBeCloseTo(0.95, 9);
  expect(upperBound(300)).toBeCloseTo(0.00994, 4);
});

test('every release of every solver stands for itself', () => {
  const { solvers, why } = standingOf(
    [...five, run({ release: 2, solved: true, value: 70 }), run({ solver: 'a' })],
    RULES,
  );
  expect(solvers.map(({ solver, release }) => `${solver} ${release}`)).toEqual(['a 1', 'go 1', 'go 2']);
  expect(solvers[2]).toMatchObject({ best: 70, upper: null });
  expect(why).toBe('machines-do-it');
});

test('of a record it is said who holds the best: people, a published certificate, machines, or a proof', () => {
  const runs = [run({ solved: true, value: '9.5' }), run({ seed: '2', solved: true, value: '9.25' })];
  const rules = { ...RULES, kind: 'record' } as const;
  const published = { value: '9.1', proven: false, source: 'A paper', sourceDate: '2012' };
  expect(bestValue(runs, 'lower')).toBe('9.25');
  expect(standingOf(runs, rules)).toMatchObject({ why: 'contested', best: '9.25' });
  expect(standingOf(runs, { ...rules, record: { value: '9.25', machine: true } }).why).toBe('contested');
  expect(standingOf(runs, { ...rules, record: { value: '9.2', machine: false } }).why).toBe('gap');
  expect(standingOf(runs, { ...rules, published: { ...published, status: 'certified' } }).why).toBe('gap');
  expect(standingOf(runs, { ...rules, published: { ...published, status: 'claimed' } }).why).toBe('contested');
  expect(standingOf(runs, { ...rules, proven: true }).why).toBe('proven');
  expect(standingOf([], rules).why).toBe('untried');
});
