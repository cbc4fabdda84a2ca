import { expect, test } from 'vitest';
import { FAMILIES, load, SOLVERS } from '#content/catalog.ts';
import { meterRun } from '#server/work/meter.ts';
import { Rng } from '#shared/base/rng.ts';

const family = await load(FAMILIES, 'parkour');
const solver = await load(SOLVERS, 'go-explore');
const { instance } = await family.generate(new Rng('meter'), 1);

/** A clock that goes on by a tenth of a second at every look. */
function ticking(): () => number {
  let now = 0;
  return () => {
    now += 0.1;
    return now;
  };
}

test('a run stops when its budget is used, by the clock it was given', async () => {
  const job = { family, instance, solver, seed: '1', budgetCpuSeconds: 1 };
  const run = await meterRun(job, ticking());
  expect(run).toMatchObject({ solver: 'go-explore', seed: '1', budgetCpuSeconds: 1, solved: false });
  expect(run.steps).toBe(10);
  expect(run.cpuSeconds).toBeLessThan(1.5);
});

test('the same seed and steps give the same record, whatever the clock says', async () => {
  const job = { family, instance, solver, seed: '7', budgetCpuSeconds: 1 };
  const run = await meterRun(job, ticking());
  const again = await meterRun({ ...job, steps: run.steps }, () => 5);
  expect({ ...again, cpuSeconds: 0 }).toEqual({ ...run, cpuSeconds: 0 });
});

test('progress is told on the way and never falls in the record', async () => {
  const told: number[] = [];
  const onProgress = (progress: number) => void told.push(progress);
  const run = await meterRun({ family, instance, solver, seed: '2', budgetCpuSeconds: 2, onProgress }, ticking());
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(run.progress).toBeCloseTo(told[told.length - 1] ?? 0, 2);
});

test('a solved run of a success family stops soon after, with the value the judge gives', async () => {
  const easy = (await family.generate(new Rng('meter'), 0)).instance;
  const run = await meterRun({ family, instance: easy, solver, seed: '1', budgetCpuSeconds: 1_000 }, ticking());
  expect(run.solved).toBe(true);
  expect(run.cpuSeconds).toBeLessThan(1_000);
  const judgement = await family.judge(easy, family.parsePayload(run.best, easy));
  expect(judgement).toMatchObject({ ok: true, value: run.value });
});
