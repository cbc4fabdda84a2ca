/** How long a person waits for a laurel: from the verdict until it is durable, and until the chain has it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { MemoryCounts } from '#server/adapters/counts.ts';
import { type Adapters, openAdapters } from '#server/adapters/open-adapters.ts';
import { attemptFlow } from '#server/flows/attempt.ts';
import type { FlowNeeds } from '#server/flows/carry.ts';
import { challengeFlow } from '#server/flows/challenge.ts';
import { Finality } from '#server/flows/finality.ts';
import { MachineTries } from '#server/flows/machine-tries.ts';
import type { Pool } from '#server/ports/pool.ts';
import { openPool } from '#server/work/pool.ts';
import { secondOpinion } from '#server/work/second-opinion.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { decodeTape, encodeTape } from '#shared/physics/tape.ts';
import type { Person } from '#shared/records/actor.ts';
import type { Payload } from '#shared/records/payload.ts';
import { type BenchRow, benchRow } from './row.ts';

const COURSES = 3;
/** Ticks to wait before each of the runs of a course: every run beats the one before. */
const WAITS = [90, 60, 30, 0] as const;
const TARGET = { durableMs: 50, chainMs: 10_000 } as const;
const LONGEST_TAPE = 7_200;

interface Waited {
  readonly durableMs: number;
  readonly chainMs: number;
}

export async function laurelBench(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dimension-bench-'));
  const clock = Date.now;
  const counts = new MemoryCounts(clock);
  const adapters = await openAdapters({ dataDir, keys: {}, clock, counts, onMinted: () => undefined });
  const pool = openPool();
  try {
    const waited: Waited[] = [];
    for (let course = 0; course < COURSES; course++) waited.push(...(await playCourse(course, adapters, pool)));
    const durable = waited.map(({ durableMs }) => durableMs).sort((a, b) => a - b);
    const row = (name: string, value: number, target: number | null, baseline: number | null) =>
      benchRow({ bench: 'laurel', name, value: round(value), unit: 'ms', better: 'lower', target, baseline });
    return [
      row('verdict to durable laurel, median', durable[durable.length >> 1] ?? 0, null, round(plainInsertMs(dataDir))),
      row('verdict to durable laurel, slowest of 12', durable.at(-1) ?? 0, TARGET.durableMs, null),
      row('verdict to laurel on chain, slowest of 12', Math.max(...waited.map((w) => w.chainMs)), TARGET.chainMs, null),
    ];
  } finally {
    await pool.close();
    await adapters.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Publishes a course and beats it run by run. */
async function playCourse(course: number, adapters: Adapters, pool: Pool): Promise<Waited[]> {
  let verdictAtMs = 0;
  const needs: FlowNeeds = {
    ...adapters,
    pool,
    judge: async (challenge, payload, wishes) => {
      const verdict = await pool.run('judge', { challenge, payload, ...wishes }, 'people');
      verdictAtMs = performance.now();
      return verdict;
    },
    announcer: { news: () => undefined, challengeChanged: () => undefined, workChanged: () => undefined },
    counts: new MemoryCounts(Date.now),
    clock: Date.now,
    ladder: { budgetsCpuSeconds: [], seeds: 0 },
    windowMs: 0,
  };
  const { file, witness } = await pool.run(
    'generate',
    { family: 'parkour', seed: `${course}`, difficulty: 0 },
    'people',
  );
  if (witness?.kind !== 'tape') throw new DimensionError('bench.course', 'A generated course has a tape.');
  const tries = new MachineTries({ ...needs, cpuShare: 1 });
  const intent = { kind: 'challenge', title: `Course ${course}`, file, clear: witness } as const;
  const { id } = await challengeFlow({ actor: player(`maker ${course}`), intent, atMs: 0 }, { ...needs, tries });
  await tries.idle();
  const finality = new Finality({ ...needs, secondOpinion });
  const waited: Waited[] = [];
  for (const ticks of WAITS) {
    const { payload, wallMs } = later(witness.bytes, ticks);
    const actor = player(`${course} ${ticks}`);
    const { laurel } = await attemptFlow(
      { actor, challenge: id, payload, class: 'live', wallMs, atMs: 0 },
      { ...needs, finality },
    );
    const durableMs = performance.now() - verdictAtMs;
    if (laurel === null) throw new DimensionError('bench.laurel', 'A better run gave no laurel.');
    while ((await adapters.store.laurel(laurel.tokenId))?.state !== 'minted') await wait(5);
    waited.push({ durableMs, chainMs: performance.now() - verdictAtMs });
  }
  await finality.close();
  return waited;
}

function player(name: string): Person {
  return { kind: 'person', address: parseAddress(`0x${keccak256(name).slice(24)}`), name, host: false };
}

/** The same run after standing still for some ticks. */
function later(bytes: string, ticks: number): { readonly payload: Payload; readonly wallMs: number } {
  const inputs = Uint8Array.from([...new Uint8Array(ticks), ...decodeTape(bytes, LONGEST_TAPE)]);
  return { payload: { kind: 'tape', bytes: encodeTape(inputs) }, wallMs: (inputs.length / 60) * 1_000 };
}

/** The plain way: one row, one synchronous transaction, median of many. */
function plainInsertMs(folder: string): number {
  const database = new DatabaseSync(join(folder, 'plain.sqlite'));
  database.exec('pragma journal_mode = wal; pragma synchronous = full; create table t (a text)');
  const insert = database.prepare('insert into t values (?)');
  const times = Array.from({ length: 50 }, () => {
    const beganMs = performance.now();
    insert.run('x'.repeat(2_000));
    return performance.now() - beganMs;
  });
  database.close();
  return times.sort((a, b) => a - b)[25] ?? 0;
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
