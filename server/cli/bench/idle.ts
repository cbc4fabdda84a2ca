/** What an idle server costs: memory of all threads and CPU, beside a bare web server in the same run. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import { type BenchRow, benchRow } from './row.ts';

/** Opening is not idling: chain writes of the first start and garbage of loading settle first, ms. */
const SETTLE_MS = 10_000;
const WINDOW_MS = 20_000;
const TARGET = { megabytes: 450, percentOfCore: 3 } as const;

const usageSchema = z.object({ rss: z.number(), cpuSeconds: z.number() });

interface Idle {
  readonly megabytes: number;
  readonly percentOfCore: number;
}

export async function idleBench(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dimension-bench-'));
  try {
    const [world, plain] = await Promise.all([idle('idle-world.ts', [dataDir]), idle('idle-plain.ts', [])]);
    const row = (name: string, unit: string, of: keyof Idle) =>
      benchRow({
        bench: 'idle',
        name,
        value: Math.round(world[of] * 100) / 100,
        unit,
        better: 'lower',
        target: TARGET[of],
        baseline: Math.round(plain[of] * 100) / 100,
      });
    return [
      row('memory of an idle server, all threads', 'MB', 'megabytes'),
      row('CPU of an idle server beside the automata', '% of a core', 'percentOfCore'),
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function idle(file: string, args: readonly string[]): Promise<Idle> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], { stdio: 'pipe' });
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout });
  try {
    await nextLine(lines, child);
    await wait(SETTLE_MS);
    const before = await usage(child, lines);
    const beganMs = performance.now();
    await wait(WINDOW_MS);
    const after = await usage(child, lines);
    const seconds = (performance.now() - beganMs) / 1_000;
    return {
      megabytes: after.rss / 1_048_576,
      percentOfCore: ((after.cpuSeconds - before.cpuSeconds) / seconds) * 100,
    };
  } finally {
    child.kill();
  }
}

async function usage(
  child: ChildProcessWithoutNullStreams,
  lines: Interface,
): Promise<{ rss: number; cpuSeconds: number }> {
  const answer = nextLine(lines, child);
  child.stdin.write('?\n');
  return usageSchema.parse(JSON.parse(await answer));
}

function nextLine(lines: Interface, child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new DimensionError('bench.ended', 'The measured server ended by itself.'));
    child.once('exit', ended);
    lines.once('line', (line) => {
      child.off('exit', ended);
      resolve(line);
    });
  });
}
