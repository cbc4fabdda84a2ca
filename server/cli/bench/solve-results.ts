/** The kept results of a long bench: one file a family, written after every run, so that it can be stopped at any time. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { payloadSchema } from '#shared/records/payload.ts';
import type { Goal } from './solve-goals.ts';
import type { Race } from './solve-race.ts';

/** Committed, so that the tables stand beside the command that makes them. */
const FOLDER = join(import.meta.dirname, 'results');

const leg = { value: z.number().nullable(), cpuSeconds: z.number(), reached: z.boolean() };
const rowSchema = z.strictObject({
  name: z.string(),
  record: z.number(),
  status: z.enum(['certified', 'claimed']),
  goal: z.number(),
  budgetCpuSeconds: z.number(),
  runs: z.array(z.strictObject({ seed: z.string(), ...leg, baseline: z.strictObject(leg) })),
  /** Certificate of the best run. */
  best: payloadSchema.nullable(),
});
const fileSchema = z.strictObject({
  family: z.string(),
  command: z.string(),
  solver: z.string(),
  release: z.number(),
  unit: z.string(),
  better: z.enum(['lower', 'higher']),
  /** Day of the last run. */
  date: z.string(),
  machine: z.string(),
  node: z.string(),
  rows: z.array(rowSchema),
});

export type ResultRow = z.infer<typeof rowSchema>;
export type Results = z.infer<typeof fileSchema>;

/** What a fresh file of results says of itself. */
export type ResultsHead = Pick<Results, 'family' | 'solver' | 'release' | 'unit' | 'better'>;

/** Results under way, in memory and in their file. */
export class KeptResults {
  readonly #path: string;
  #results: Results;

  private constructor(path: string, results: Results) {
    this.#path = path;
    this.#results = results;
  }

  /** Opens what was kept of this release of the solver; whatever another release reached is begun anew. */
  static async open(head: ResultsHead, folder = FOLDER): Promise<KeptResults> {
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${head.family}.json`);
    const kept = await readFile(path, 'utf8').catch(() => null);
    const parsed = kept === null ? null : fileSchema.parse(JSON.parse(kept));
    const same = parsed !== null && parsed.solver === head.solver && parsed.release === head.release;
    return new KeptResults(path, { ...(same ? parsed : { rows: [] }), ...head, ...hereAndNow(head.family) });
  }

  get all(): Results {
    return this.#results;
  }

  /** True when this seed has run for this goal at this budget. */
  has(goal: Goal, seed: string): boolean {
    return this.#rowOf(goal)?.runs.some((run) => run.seed === seed) ?? false;
  }

  /** Durable when it resolves: the file is never half written. */
  async add(goal: Goal, { best, ...run }: Race): Promise<void> {
    const { name, record, status, budgetCpuSeconds } = goal;
    const row = this.#rowOf(goal);
    const runs = [...(row?.runs ?? []), run];
    const lead = run.value !== null && (row === null || row.best === null || beats(this.#results, run, row.runs));
    const grown = {
      name,
      record,
      status,
      goal: goal.goal,
      budgetCpuSeconds,
      runs,
      best: lead ? best : (row?.best ?? null),
    };
    const rows = this.#results.rows.filter((each) => each.name !== name);
    this.#results = { ...this.#results, ...hereAndNow(goal.family), rows: [...rows, grown] };
    await writeFile(`${this.#path}.new`, `${JSON.stringify(this.#results, null, 1)}\n`);
    await rename(`${this.#path}.new`, this.#path);
  }

  /** A goal that has changed since is another goal. */
  #rowOf({ name, goal, budgetCpuSeconds }: Goal): ResultRow | null {
    const row = this.#results.rows.find((each) => each.name === name);
    return row !== undefined && row.goal === goal && row.budgetCpuSeconds === budgetCpuSeconds ? row : null;
  }
}

function beats({ better }: Results, run: { value: number | null }, others: ResultRow['runs']): boolean {
  const { value } = run;
  if (value === null) return false;
  return others.every(
    (other) => other.value === null || (better === 'lower' ? value < other.value : value > other.value),
  );
}

function hereAndNow(family: string): Pick<Results, 'command' | 'date' | 'machine' | 'node'> {
  return {
    command: `npm run dimension -- bench solve --full ${family}`,
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores`,
    node: process.versions.node,
  };
}
