import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'bullmq';
import { expect, onTestFinished, test } from 'vitest';
import { type Crew, openCrew } from '#server/adapters/queue/crew.ts';
import { openQueuePool } from '#server/adapters/queue/queue-pool.ts';
import { type Pool, poolFault } from '#server/ports/pool.ts';
import { openPool } from '#server/work/pool.ts';
import { startRedis, type TestRedis } from '#test/support/redis.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const FILE = { family: 'parkour', rules: 1, instance: {} };
const HOSTILE = new URL('../../../support/hostile-worker.ts', import.meta.url);
const CREW = new URL('../../../support/crew-process.ts', import.meta.url).pathname;
const MARK = 'test';
/** Long enough that a busy machine renews its locks in time. */
const LOCK_MS = 4_000;
/** A busy machine takes its time. */
const LONG = { timeout: 30_000 };
const onFault = () => undefined;

async function world({ url }: TestRedis, clock: () => number = Date.now): Promise<Pool> {
  const pool = await openQueuePool({ url, mark: MARK }, { clock, onFault, sweepMs: 100 });
  onTestFinished(() => pool.close());
  return pool;
}

/** Workers in this process: one thread for machines, one for people. */
async function crew({ url }: TestRedis, mark = MARK): Promise<Crew> {
  const pool = openPool({ entry: HOSTILE, machineWorkers: 1 });
  const threads = { people: 2, machines: 1 };
  const opened = await openCrew({ url, mark }, { pool, threads, lockMs: LOCK_MS, graceMs: 100, onFault });
  onTestFinished(() => opened.close());
  return opened;
}

/** Workers in a process of their own; `kill` is `kill -9`. */
async function crewProcess({ url }: TestRedis): Promise<{ readonly ended: Promise<unknown>; kill(): void }> {
  const child = spawn(process.execPath, [CREW, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  return { ended, kill: () => void child.kill('SIGKILL') };
}

const solve = (pool: Pool, solver: string, seed = '1') =>
  pool.run('solve', { file: FILE, solver, seed, budgetCpuSeconds: 1 }, 'machines');
const judge = (pool: Pool) => pool.run('judge', { challenge: FILE, payload: { kind: 'choice', choice: 0 } }, 'people');
const code = (run: Promise<unknown>) => run.catch((error: { code: string }) => error.code);

/** Resolves when somebody has begun the job that marks this file. */
async function begun(file: string): Promise<void> {
  await expect.poll(() => existsSync(file), LONG).toBe(true);
}

test('jobs are done by whoever serves the queue, and come back as they would from threads of one’s own', async () => {
  const redis = await startRedis();
  const [pool] = await Promise.all([world(redis), crew(redis)]);
  expect(await solve(pool, 'good', '7')).toMatchObject({ solver: 'hostile', seed: '7' });
  expect(await judge(pool)).toEqual({
    verdict: { ok: true, value: 1, unit: 'tick', digest: '0'.repeat(64), cpuMs: 0 },
    canonical: 'same',
    basin: null,
    polished: null,
    kinship: [],
    cpuMs: 1,
  });
  const check = pool.run('checkWork', { generator: 'flower', genome: '00' }, 'people');
  await expect(check).rejects.toMatchObject({ code: 'genome.length', message: 'Too short.', facts: { got: 1 } });
  const generate = pool.run('generate', { family: 'parkour', seed: '1', difficulty: 0 }, 'people');
  await expect(generate).rejects.toMatchObject({ code: 'work.fault' });
  expect(await code(solve(pool, 'crash'))).toBe('pool.crashed');
  expect(await solve(pool, 'good', '8')).toMatchObject({ seed: '8' });
  await expect.poll(() => pool.status(), LONG).toEqual({ workers: 2, waiting: 0, running: 0 });
});

test('a person’s run is judged while machines’ jobs fill the queue', async () => {
  const redis = await startRedis();
  const [pool] = await Promise.all([world(redis), crew(redis)]);
  const stuck = [solve(pool, 'wait'), ...Array.from({ length: 4 }, (_, index) => solve(pool, 'good', `${index}`))];
  const lost = stuck.map(code);
  for (let run = 0; run < 5; run++) expect(await judge(pool)).toMatchObject({ canonical: 'same' });
  await pool.close();
  expect(await Promise.all(lost)).toEqual(Array(5).fill('pool.closed'));
});

test('the same job asked twice at once is worked on once', async () => {
  const redis = await startRedis();
  const pool = await world(redis);
  const both = [solve(pool, 'good', '3'), solve(pool, 'good', '3')];
  const workers = await crew(redis);
  const [one, other] = await Promise.all(both);
  expect(one).toEqual(other);
  expect(workers.done()).toBe(1);
});

test('what was done while the world was down is there when it asks again, and only once', async () => {
  const redis = await startRedis();
  const before = await world(redis);
  const cut = code(solve(before, 'good', '5'));
  await expect.poll(() => before.status().waiting, LONG).toBe(1);
  await before.close();
  expect(await cut).toBe('pool.closed');
  const workers = await crew(redis);
  await expect.poll(() => workers.done(), LONG).toBe(1);
  const after = await world(redis);
  expect(await solve(after, 'good', '5')).toMatchObject({ seed: '5' });
  expect(workers.done()).toBe(1);
  expect(await solve(after, 'good', '5')).toMatchObject({ seed: '5' });
  expect(workers.done()).toBe(2);
});

test('a job whose process is killed with -9 in the middle is done by another', async () => {
  const redis = await startRedis();
  const [pool, doomed] = await Promise.all([world(redis), crewProcess(redis)]);
  const file = join(await scratchFolder(), 'mark');
  const run = solve(pool, 'second', file);
  await begun(file);
  doomed.kill();
  await doomed.ended;
  await crew(redis);
  expect(await run).toMatchObject({ seed: file });
});

test('a job that takes every process down with it is tried by two and then refused', async () => {
  const redis = await startRedis();
  const [pool, ...doomed] = await Promise.all([world(redis), crewProcess(redis), crewProcess(redis)]);
  const run = code(solve(pool, 'murder'));
  await Promise.all(doomed.map(({ ended }) => ended));
  await crew(redis);
  expect(await run).toBe('pool.crashed');
  expect(await solve(pool, 'good')).toMatchObject({ solver: 'hostile' });
});

test('a crew that is told to stop hands back what runs', async () => {
  const redis = await startRedis();
  const [pool, leaving] = await Promise.all([world(redis), crew(redis)]);
  const file = join(await scratchFolder(), 'mark');
  const run = solve(pool, 'second', file);
  await begun(file);
  await leaving.close();
  expect(leaving.done()).toBe(0);
  await crew(redis);
  expect(await run).toMatchObject({ seed: file });
});

test.each([
  ['with all it knew', true],
  ['with nothing', false],
])('jobs that wait are answered when Redis comes back %s', async (_, remembers) => {
  const redis = await startRedis();
  const pool = await world(redis);
  const runs = ['1', '2', '3'].map((seed) => solve(pool, 'good', seed));
  await expect.poll(() => pool.status().waiting, LONG).toBe(3);
  await redis.kill();
  expect(await code(solve(pool, 'good', '4'))).toBe('pool.down');
  await redis.start(remembers);
  await crew(redis);
  expect(await Promise.all(runs)).toMatchObject([{ seed: '1' }, { seed: '2' }, { seed: '3' }]);
  expect(await solve(pool, 'good', '5')).toMatchObject({ seed: '5' });
});

test('a person is told when nobody serves the queue; machines wait', async () => {
  const redis = await startRedis();
  let nowMs = 0;
  const pool = await world(redis, () => nowMs);
  const [run, patient] = [code(judge(pool)), solve(pool, 'good')];
  await expect.poll(() => pool.status().waiting, LONG).toBe(2);
  nowMs = 20_000;
  expect(await run).toBe('pool.unserved');
  await crew(redis);
  expect(await patient).toMatchObject({ solver: 'hostile' });
});

test('a person whose turn does not come is told so, and that is not the job’s doing', async () => {
  const redis = await startRedis();
  let nowMs = 0;
  const pool = await world(redis, () => nowMs);
  const workers = await crew(redis);
  const wait = { file: FILE, solver: 'wait', budgetCpuSeconds: 1 };
  const stuck = ['1', '2'].map((seed) => code(pool.run('solve', { ...wait, seed }, 'people')));
  await expect.poll(() => pool.status(), LONG).toMatchObject({ running: 2 });
  const late = pool
    .run('judge', { challenge: FILE, payload: { kind: 'choice', choice: 1 } }, 'people')
    .catch((error) => error);
  await expect.poll(() => pool.status(), LONG).toMatchObject({ workers: 2, waiting: 1, running: 2 });
  nowMs = 200_000;
  const refused = await late;
  expect([refused.code, poolFault(refused)]).toEqual(['pool.congested', 'away']);
  expect(await Promise.all(stuck)).toEqual(['pool.congested', 'pool.congested']);
  await workers.close();
});

test('workers of another release never see the jobs of this one', async () => {
  const redis = await startRedis();
  const [pool, others] = await Promise.all([world(redis), crew(redis, 'older')]);
  const run = solve(pool, 'good');
  const own = await crew(redis);
  expect(await run).toMatchObject({ solver: 'hostile' });
  expect([others.done(), own.done()]).toEqual([0, 1]);
});

test.each([
  ['nothing', undefined],
  ['a number', 7],
  ['no value', { ok: true }],
  ['another job’s value', { ok: true, value: { name: 'x', digest: 'ab' } }],
  ['a verdict of half truths', { ok: true, value: { verdict: { ok: true, value: 1, cpuMs: 0 }, canonical: null } }],
  ['an endless text', { ok: true, value: { verdict: {}, canonical: 'x'.repeat(17_000_000) } }],
  ['an error without a code', { ok: false, sentence: 'No.', facts: {} }],
  ['an error with a tree of facts', { ok: false, code: 'a.b', sentence: 'No.', facts: { a: { b: 1 } } }],
])('a worker that answers %s is not believed', async (_, answer) => {
  const redis = await startRedis();
  const liar = new Worker(`people-${MARK}`, async () => answer, {
    connection: { url: redis.url },
    prefix: 'dimension',
  });
  onTestFinished(() => liar.close());
  const pool = await world(redis);
  expect(await code(judge(pool))).toBe('pool.answer');
});

test('a job that is too long or too many is refused before it leaves', async () => {
  const redis = await startRedis();
  const pool = await world(redis);
  expect(await code(solve(pool, 'good', 'x'.repeat(17_000_000)))).toBe('pool.heavy');
  const bad = solve(pool, 'good', 'x'.repeat(500));
  await crew(redis);
  expect(await code(bad)).toBe('work.request');
});
