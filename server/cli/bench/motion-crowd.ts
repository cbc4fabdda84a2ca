/** Fifty people walk in one room of a real world in a process of its own: what it costs, sends and how evenly it ticks. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import { ROUTES } from '#shared/protocol/routes.ts';
import { type Walker, walkAbout } from './motion-walkers.ts';

/** So many may come from one network at once, then one each so long, ms (server/http/guard.ts). */
const AT_ONCE = 25;
const NEXT_MS = 600;
const SETTLE_MS = 5_000;
/** As long as the host's page looks back on ticks, ms. */
const WINDOW_MS = 30_000;

const openedSchema = z.object({ port: z.number(), tokens: z.array(z.string()) });
const usageSchema = z.object({ cpuSeconds: z.number() });
const statusSchema = z.object({ rooms: z.array(z.object({ tickP99Ms: z.number() })) });

/** What was measured over half a minute. */
export interface Crowd {
  /** CPU of the whole server, all threads, by each tick of the room. */
  readonly cpuMsATick: number;
  readonly tickP99Ms: number;
  /** Patches a second by the server's own stamps. */
  readonly patchesASecond: number;
  /** What came to each client a second, without the frames of WebSocket and TCP. */
  readonly bytesASecond: number;
  /** Of these many people everybody saw at least so many move. */
  readonly seenByAll: number;
}

/** @throws DimensionError `bench.ended` when the measured world ends by itself */
export async function measureCrowd(people: number): Promise<Crowd> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dimension-motion-bench-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'motion-world.ts'), dataDir, String(people)]);
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout });
  try {
    const { port, tokens } = openedSchema.parse(JSON.parse(await nextLine(lines, child)));
    const url = `http://localhost:${port}`;
    const walkers: Walker[] = [];
    for (const [index, token] of tokens.entries()) {
      if (index >= AT_ONCE) await wait(NEXT_MS);
      walkers.push(await walkAbout(url, token, index));
    }
    await wait(SETTLE_MS);
    for (const walker of walkers) walker.count();
    const [before, beganMs] = [await cpuSeconds(child, lines), performance.now()];
    await wait(WINDOW_MS);
    const seconds = (performance.now() - beganMs) / 1_000;
    const used = (await cpuSeconds(child, lines)) - before;
    const crowd = sumUp(walkers, seconds, used, await ticksOf(url, tokens[0] ?? ''));
    await Promise.all(walkers.map((walker) => walker.leave()));
    return crowd;
  } finally {
    child.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function sumUp(walkers: readonly Walker[], seconds: number, used: number, ticks: Pick<Crowd, 'tickP99Ms'>): Crowd {
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const rates = walkers.map(({ patches, firstMs, lastMs }) => ((patches - 1) * 1_000) / (lastMs - firstMs));
  const patchesASecond = middle(rates);
  return {
    ...ticks,
    patchesASecond,
    cpuMsATick: (used * 1_000) / (patchesASecond * seconds),
    bytesASecond: middle(walkers.map(({ bytes }) => bytes)) / seconds,
    seenByAll: Math.min(...walkers.map((walker) => walker.seen())),
  };
}

async function ticksOf(url: string, token: string): Promise<Pick<Crowd, 'tickP99Ms'>> {
  const response = await fetch(url + ROUTES.hostStatus.path, { headers: { authorization: `Bearer ${token}` } });
  const [room] = statusSchema.parse(await response.json()).rooms;
  return room ?? { tickP99Ms: Number.NaN };
}

async function cpuSeconds(child: ChildProcessWithoutNullStreams, lines: Interface): Promise<number> {
  const answer = nextLine(lines, child);
  child.stdin.write('?\n');
  return usageSchema.parse(JSON.parse(await answer)).cpuSeconds;
}

function nextLine(lines: Interface, child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new DimensionError('bench.ended', 'The measured world ended by itself.'));
    child.once('exit', ended);
    lines.once('line', (line) => {
      child.off('exit', ended);
      resolve(line);
    });
  });
}
