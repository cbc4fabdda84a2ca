import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Pool } from '#server/ports/pool.ts';
import { JOB_LIMITS, type JobLimits } from '#server/work/limits.ts';
import { openPool } from '#server/work/pool.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const FILE = { family: 'parkour', rules: 1, instance: {} };
const ENTRY = new URL('../../support/hostile-worker.ts', import.meta.url);
/** Only what never ends meets its limit, however busy the machine is. */
const QUICK: JobLimits = {
  ...JOB_LIMITS,
  solve: ({ solver }) =>
    ['hang', 'wait'].includes(solver) ? { cpuSeconds: 1, wallSeconds: 4 } : { cpuSeconds: 50, wallSeconds: 100 },
};

function hostilePool(machineWorkers = 1): Pool {
  const pool = openPool({ entry: ENTRY, limits: QUICK, machineWorkers });
  onTestFinished(() => pool.close());
  return pool;
}

const solve = (pool: Pool, solver: string, seed = '1') =>
  pool.run('solve', { file: FILE, solver, seed, budgetCpuSeconds: 1 }, 'machines');
const judge = (pool: Pool) => pool.run('judge', { challenge: FILE, payload: { kind: 'choice', choice: 0 } }, 'people');

test.each([
  ['exits', 'crash', 'pool.crashed'],
  ['throws outside its job', 'throw', 'pool.crashed'],
  ['fills its memory', 'hoard', 'pool.crashed'],
  ['says what is no answer', 'babble', 'pool.crashed'],
  ['computes for ever', 'hang', 'pool.timeout'],
  ['waits for ever', 'wait', 'pool.timeout'],
])(
  'the pool survives a job that %s',
  async (_what, solver, code) => {
    const pool = hostilePool();
    await expect(solve(pool, solver)).rejects.toMatchObject({ code });
    expect(await solve(pool, 'good', '7')).toMatchObject({ seed: '7' });
    expect(pool.status()).toEqual({ workers: 2, waiting: 0, running: 0 });
  },
  120_000,
);

test('a job’s own error keeps its code and sentence, and a fault of ours is told apart', async () => {
  const pool = hostilePool();
  const check = pool.run('checkWork', { generator: 'flower', genome: '00' }, 'people');
  await expect(check).rejects.toMatchObject({ code: 'genome.length', message: 'Too short.', facts: { got: 1 } });
  const generate = pool.run('generate', { family: 'parkour', seed: '1', difficulty: 0 }, 'people');
  await expect(generate).rejects.toMatchObject({ code: 'work.fault' });
});

test('a worn thread gives way to a fresh one between two jobs, and no job fails for it', async () => {
  const pool = openPool({ entry: ENTRY, machineWorkers: 1, wornAfter: 0 });
  onTestFinished(() => pool.close());
  const first = await solve(pool, 'thread');
  await expect.poll(() => solve(pool, 'thread'), { timeout: 30_000 }).not.toEqual(first);
});

test('judging people’s runs never waits behind machines, however many wait', async () => {
  const pool = hostilePool();
  const file = join(await scratchFolder(), 'mark');
  const machines = [
    solve(pool, 'until', file),
    ...Array.from({ length: 5 }, (_, index) => solve(pool, 'good', `${index}`)),
  ];
  const order: string[] = [];
  const all = machines.map((run) => run.then(() => order.push('machine')).catch(() => order.push('lost')));
  for (let index = 0; index < 20; index++) {
    await judge(pool);
    order.push('person');
  }
  expect(order).toEqual(Array(20).fill('person'));
  await writeFile(file, '');
  await Promise.all(all);
  expect(order.filter((who) => who === 'machine')).toHaveLength(6);
});

test('a pool that closes refuses what waits and runs, and everything after', async () => {
  const pool = hostilePool();
  const lost = [solve(pool, 'wait'), solve(pool, 'good')].map((run) =>
    run.catch((error: { code: string }) => error.code),
  );
  await pool.close();
  expect(await Promise.all(lost)).toEqual(['pool.closed', 'pool.closed']);
  await expect(judge(pool)).rejects.toMatchObject({ code: 'pool.closed' });
});
