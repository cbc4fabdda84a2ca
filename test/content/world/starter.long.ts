/** The kept failures at the full budget, tried again step by step: about 100 CPU seconds a course. */
import { expect, test } from 'vitest';
import { loadStarters } from '#content/world/starter.ts';
import { runSolver } from '#server/work/run-solver.ts';

const FULL = 100;
const kept = (await loadStarters()).flatMap(({ title, file, machine }) => {
  const run = machine.find(({ budgetCpuSeconds }) => budgetCpuSeconds >= FULL);
  return run === undefined ? [] : [{ title, file, run }];
});

test.each(kept)(
  '$title: the kept run at the full budget comes out the same again',
  { timeout: 900_000 },
  async ({ file, run }) => {
    const { solver, seed, steps, budgetCpuSeconds } = run;
    const again = await runSolver({ file, solverId: solver, seed, budgetCpuSeconds, steps });
    expect({ ...again, cpuSeconds: 0 }).toEqual({ ...run, cpuSeconds: 0 });
  },
);
