import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { startRedis } from '#test/support/redis.ts';
import { madeCourse, testWorld } from '#test/support/world.ts';

const COMMAND = new URL('../../../server/cli/dimension.mjs', import.meta.url).pathname;

/** Runs `dimension work` and hears what it says; `ended` answers its exit code. */
function dimensionWork(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [COMMAND, 'work', ...args], { env: { PATH: process.env['PATH'], ...env } });
  onTestFinished(() => void child.kill('SIGTERM'));
  const said: string[] = [];
  const atWork = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (line.startsWith('At work')) resolve();
      });
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { said, atWork, ended, stop: () => void child.kill('SIGTERM') };
}

test('a world with REDIS_URL has its work done by "dimension work", which stops when it is told to', async () => {
  const redis = await startRedis();
  const workers = dimensionWork(['--threads', '1'], { REDIS_URL: redis.url });
  const world = await testWorld({ redisUrl: redis.url });
  await workers.atWork;
  const { intent, witness } = await madeCourse(world, 'far away');
  const { verdict } = await world.pool.run('judge', { challenge: intent.file, payload: witness }, 'people');
  expect(verdict.ok).toBe(true);
  workers.stop();
  expect(await workers.ended).toBe(0);
  expect(workers.said.at(-1)).toBe('Stopped after 2 jobs.');
});

test.each([
  ['without REDIS_URL', [], {}, 'Set REDIS_URL'],
  ['with another address', [], { REDIS_URL: 'http://user:secret@example.org' }, 'REDIS_URL is not valid'],
  ['with half a thread', ['--threads', '0.5'], {}, '--threads is a whole number'],
])('"dimension work" %s ends with 2 and one sentence', async (_, args, env, sentence) => {
  const { said, ended } = dimensionWork(args, env);
  expect(await ended).toBe(2);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(sentence);
  expect(said[0]).not.toContain('secret');
});
