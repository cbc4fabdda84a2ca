/** The chain's figures: speed, disk, restart, memory, kills and gas, on the embedded chain in its thread. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Rng } from '#shared/base/rng.ts';
import { nextLaurelGas } from './chain-gas.ts';
import { killMinters } from './chain-kills.ts';
import { laurelOnChainMs } from './chain-laurel.ts';
import { mintAction, openBenchChain, sendWhole } from './chain-load.ts';
import { type BenchRow, benchRow } from './row.ts';

const BATCH = 50;
const BASELINE_MINTS = 300;
const KILLS = 20;
/** Works that wait in the outbox when a laurel comes. */
const BACKLOG = 2_000;
/** Memory may grow this much between the first fifth of the mints and the last, MB: what a garbage collector leaves. */
const GROWTH_MB = 64;

/** How much to do. The targets are for 100,000 mints, about eight minutes of one core. */
export interface ChainBenchSize {
  readonly mints: number;
  readonly kills: number;
}

/** Runs in scratch folders that are deleted after. */
export async function chainBench(
  size: ChainBenchSize = { mints: 100_000, kills: KILLS },
): Promise<readonly BenchRow[]> {
  const single = await inScratch((folder) => load(folder, BASELINE_MINTS, 1));
  const batched = await inScratch((folder) => load(folder, size.mints, BATCH));
  const kills = await inScratch((folder) => killMinters(folder, size.kills, new Rng('chain bench')));
  const laurel = await inScratch(nextLaurelGas);
  const waitMs = await inScratch((folder) => laurelOnChainMs(folder, BACKLOG));
  const row = (rest: Omit<BenchRow, 'bench' | 'met'>) => benchRow({ bench: 'chain', ...rest });
  const lower = { better: 'lower', baseline: null } as const;
  return [
    row({
      ...{ name: `mints a CPU-second, ${BATCH} a block`, value: batched.mintsACpuSecond, unit: '1/s', target: 150 },
      ...{ better: 'higher', baseline: single.mintsACpuSecond },
    }),
    row({ ...lower, name: 'batch of 50 until durable, median', value: batched.medianMs, unit: 'ms', target: null }),
    row({
      ...{ ...lower, name: 'disk a mint', value: batched.bytesAMint, unit: 'bytes', target: 2_048 },
      baseline: single.bytesAMint,
    }),
    row({ ...lower, name: `restart after ${size.mints} mints`, value: batched.restartMs, unit: 'ms', target: 1_000 }),
    row({ ...lower, name: 'memory growth', value: batched.growthMb, unit: 'MB', target: GROWTH_MB }),
    row({ ...lower, name: `lost in ${size.kills} kills`, value: kills.lost, unit: 'mints', target: 0 }),
    row({
      ...{ ...lower, name: 'left over after the kills', unit: 'nodes', target: 0 },
      value: kills.check.rows - kills.check.reachable,
    }),
    row({
      ...{ ...lower, name: `gas a Work mint, 256-byte genome, ${BATCH} a batch`, unit: 'gas', target: 175_000 },
      ...{ value: batched.gasAMint, baseline: single.gasAMint },
    }),
    row({
      ...{ ...lower, name: `a laurel on chain behind ${BACKLOG} waiting works`, unit: 'ms', target: 10_000 },
      value: waitMs,
    }),
    row({ ...lower, name: "gas a holder's next laurel, alone", value: laurel.alone, unit: 'gas', target: 75_000 }),
    row({ ...lower, name: 'the same through the relay, 10 a batch', value: laurel.relayed, unit: 'gas', target: null }),
  ];
}

interface LoadFigures {
  readonly mintsACpuSecond: number;
  readonly medianMs: number;
  readonly bytesAMint: number;
  readonly restartMs: number;
  readonly growthMb: number;
  readonly gasAMint: number;
}

async function load(folder: string, mints: number, batch: number): Promise<LoadFigures> {
  const chain = await openBenchChain(folder);
  const walls: number[] = [];
  let cpuMicros = 0;
  let gas = 0;
  let early = 0;
  let late = 0;
  for (let from = 0; from < mints; from += batch) {
    const actions = Array.from({ length: Math.min(batch, mints - from) }, (_, index) => mintAction(from + index));
    const cpu = process.cpuUsage();
    const start = performance.now();
    gas = (await sendWhole(chain, actions)).gasUsed / actions.length;
    walls.push(performance.now() - start);
    const used = process.cpuUsage(cpu);
    cpuMicros += used.user + used.system;
    // Beside the heap of this thread, which only makes the mints up.
    const { rss: all, heapTotal } = process.memoryUsage();
    const rss = all - heapTotal;
    // The highest of the first fifth and of the last: single readings hang on when the collector ran.
    if (from < mints / 5) early = Math.max(early, rss);
    else if (from >= (mints * 4) / 5) late = Math.max(late, rss);
  }
  await chain.close();
  const bytes = await sizeOf(folder);
  const start = performance.now();
  const again = await openBenchChain(folder);
  await again.height();
  const restartMs = performance.now() - start;
  await again.close();
  return {
    mintsACpuSecond: mints / (cpuMicros / 1e6),
    medianMs: walls.sort((a, b) => a - b)[Math.floor(walls.length / 2)] ?? 0,
    bytesAMint: bytes / mints,
    restartMs,
    growthMb: Math.max(0, late - early) / 1e6,
    gasAMint: gas,
  };
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder)) bytes += (await stat(join(folder, name))).size;
  return bytes;
}

async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dimension-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
