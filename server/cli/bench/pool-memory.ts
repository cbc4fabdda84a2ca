/** Whether the pool's memory stays flat: a thousand judgements of three families, with solves between them. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { Pool } from '#server/ports/pool.ts';
import { openPool } from '#server/work/pool.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';
import { startOf } from './judge-cost.ts';

/** The engine, the integers and the doubles, each with the solver that attempts it. */
const KINDS = [
  { family: 'parkour', solver: 'go-explore' },
  { family: 'fold', solver: 'replica-exchange' },
  { family: 'thomson', solver: 'thomson-hopping' },
] as const;
/** From `warm` jobs on every thread has loaded what it needs; the median of the samples before counts. */
const JOBS = { warm: 200, all: 1_000, window: 100, solveEvery: 20, sampleEvery: 10 } as const;

interface Kept {
  readonly solver: string;
  readonly file: ChallengeFile;
  readonly payload: Payload;
}

/** Megabytes by which the memory of this process grew from job 200 to job 1,000, threads and engines included. */
export async function grownMegabytes(): Promise<number> {
  const pool = openPool({ machineWorkers: 1 });
  // Worker threads alone do not keep a process alive.
  const awake = setInterval(() => undefined, 60_000);
  try {
    const kept = await Promise.all(KINDS.map((kind, at) => made(pool, kind.family, kind.solver, `memory ${at}`)));
    const samples: { readonly job: number; readonly megabytes: number }[] = [];
    for (let job = 1; job <= JOBS.all; job++) {
      await work(pool, kept, job);
      if (job % JOBS.sampleEvery === 0) samples.push({ job, megabytes: process.memoryUsage.rss() / 1_048_576 });
    }
    const until = (last: number) =>
      median(samples.filter(({ job }) => job > last - JOBS.window && job <= last).map(({ megabytes }) => megabytes));
    return until(JOBS.all) - until(JOBS.warm);
  } finally {
    clearInterval(awake);
    await pool.close();
  }
}

async function made(pool: Pool, familyId: string, solver: string, seed: string): Promise<Kept> {
  const { file, witness } = await pool.run('generate', { family: familyId, seed, difficulty: 0.3 }, 'people');
  const family = await load(FAMILIES, familyId);
  return { solver, file, payload: witness ?? startOf(family.workpiece(family.parseInstance(file.instance))) };
}

async function work(pool: Pool, kept: readonly Kept[], job: number): Promise<void> {
  const each = kept[job % kept.length];
  if (each === undefined) return;
  const { file, solver, payload } = each;
  await pool.run('judge', { challenge: file, payload }, job % 2 === 0 ? 'people' : 'machines');
  if (job % JOBS.solveEvery === 0)
    await pool.run('solve', { file, solver, seed: `${job}`, budgetCpuSeconds: 0.1 }, 'machines');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
