import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { parseAttemptId, parseChallengeId, parseWorkId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { scratchFolder } from '#test/support/scratch.ts';
import { testWorld } from '#test/support/world.ts';

const ROUNDS = 3;
const BUSY = new URL('../support/busy-world.ts', import.meta.url).pathname;
const MAIN = new URL('../../server/main.ts', import.meta.url).pathname;

/** Lets a busy world run until so many things were acknowledged, then kills it, and answers all lines it wrote. */
function killAfter(dataDir: string, seed: string, lines: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BUSY, dataDir, seed], { stdio: ['ignore', 'pipe', 'inherit'] });
    const seen: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      seen.push(line);
      if (seen.length >= lines && seen.some((each) => each.startsWith('laurel'))) child.kill('SIGKILL');
    });
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(seen);
      else reject(new Error(`the world ended by itself with ${code}`));
    });
  });
}

test('whatever was acknowledged before a kill in the middle of minting and judging is there afterwards', async () => {
  const dataDir = await scratchFolder();
  const rng = new Rng('kill');
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++)
    acknowledged.push(...(await killAfter(dataDir, `round ${round}`, rng.int(10, 40))));

  const world = await testWorld({ dataDir });
  const { store } = world;
  const find: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
    work: (id) => store.work(parseWorkId(id)),
    challenge: (id) => store.challenge(parseChallengeId(id)),
    attempt: (id) => store.attempt(parseAttemptId(id)),
    laurel: (id) => store.laurel(id),
  };
  for (const line of acknowledged) {
    const [kind = '', id = ''] = line.split(' ');
    expect(await find[kind]?.(id), line).toBeTruthy();
  }
  // A record without its laurel, or a laurel without its way to the chain, would be half a transaction.
  const records = await store.records({ limit: 1_000_000 });
  const laurels = await store.laurels({ limit: 1_000_000 });
  expect(laurels).toHaveLength(records.filter(({ laurel }) => laurel).length);
  await expect.poll(() => store.outboxCounts(), { timeout: 50_000 }).toEqual({ waiting: 0, failed: 0 });
  await expect
    .poll(async () => (await store.laurels({ limit: 1_000_000 })).every(({ state }) => state === 'minted'), {
      timeout: 20_000,
    })
    .toBe(true);
  await expect
    .poll(async () => (await store.works({ limit: 1_000_000 })).every(({ tokenId }) => tokenId !== null), {
      timeout: 20_000,
    })
    .toBe(true);
  const tokens = (await store.works({ limit: 1_000_000 })).map(({ tokenId }) => tokenId);
  expect(new Set(tokens).size).toBe(tokens.length);
  await world.close();
  const file = new DatabaseSync(`${dataDir}/dimension.sqlite`);
  expect(file.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  file.close();
}, 180_000);

test('a world that is told to stop says so, saves and ends within two seconds', async () => {
  const dataDir = await scratchFolder();
  const child = spawn(process.execPath, [MAIN], {
    env: { PORT: '0', DATA_DIR: dataDir, AUTOMATA_CPU: '0', CHALLENGE_WINDOW_HOURS: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      if (line.startsWith('Press Ctrl+C')) resolve();
    });
  });
  expect(said.join('\n')).toMatch(/Walk in +http:\/\/localhost:\d+/);
  expect(said.join('\n')).toMatch(/Be the host +http:\/\/localhost:\d+\/host#word=/);
  const toldMs = performance.now();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(performance.now() - toldMs).toBeLessThan(2_000);
  expect(said.at(-1)).toBe('Saved. Good-bye.');
  for (const name of await readdir(dataDir)) expect((await stat(join(dataDir, name))).mode & 0o077, name).toBe(0);
});
