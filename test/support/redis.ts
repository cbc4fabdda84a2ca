/** A real Redis for a test: in a scratch folder, on a free port of this machine, gone when the test is over. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { findRedis, REDIS_ADVICE } from '#server/cli/redis.mjs';
import { scratchFolder } from './scratch.ts';

/** It can be killed and started again on the same port, with or without what it knew. */
export class TestRedis {
  readonly #program: string;
  readonly #folder: string;
  readonly #port: number;
  #process: ChildProcess | null = null;
  #lives = 0;

  constructor(program: string, folder: string, port: number) {
    this.#program = program;
    this.#folder = folder;
    this.#port = port;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** @param remembers false: it starts with nothing, as after the loss of its disk */
  async start(remembers = true): Promise<void> {
    if (!remembers) this.#lives++;
    const log = ['--appendonly', 'yes', '--appendfsync', 'always', '--appenddirname', `life-${this.#lives}`];
    const place = ['--port', String(this.#port), '--bind', '127.0.0.1', '--dir', this.#folder];
    const child = spawn(this.#program, [...place, '--save', '', ...log], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      child.on('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.includes('Ready to accept connections')) resolve();
      });
    });
  }

  /** Resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}

/** @throws Error with advice where there is no Redis: these tests are never skipped in silence */
export async function startRedis(): Promise<TestRedis> {
  const program = findRedis();
  if (program === null) throw new Error(REDIS_ADVICE);
  const folder = await scratchFolder();
  const redis = new TestRedis(program, folder, await freePort());
  onTestFinished(() => redis.kill());
  await redis.start();
  return redis;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
