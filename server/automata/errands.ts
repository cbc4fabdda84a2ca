/** Errands: the heavy part of a decision, run in the pool at the machines' priority. */
import { z } from 'zod';
import type { Errand } from '#content/skills/skill.ts';
import type { Pool } from '#server/ports/pool.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import { challengeFileSchema } from '#shared/records/challenge-file.ts';

const generateInput = z.object({
  family: z.string().max(32),
  seed: z.string().max(200),
  difficulty: z.number().min(0).max(1),
});
const solveInput = z.object({
  file: challengeFileSchema,
  solver: z.string().max(32),
  seed: z.string().max(200),
  budgetCpuSeconds: z.number().min(0.1).max(600),
});

/** What came of an errand, and what it cost. */
export interface Done {
  readonly result: CanonicalValue;
  /** An upper bound where the job does not tell. */
  readonly cpuSeconds: number;
  /** Of an attempt: what the machine did, and on which challenge. */
  readonly tried?: { readonly challenge: ChallengeId; readonly run: MachineRun };
}

/** Runs `errand` in the pool. @throws DimensionError of the job or the pool; ZodError for an input of another form */
export async function runErrand(errand: Errand, pool: Pool): Promise<Done> {
  if (errand.job === 'solve') {
    const input = solveInput.parse(errand.input);
    const run = await pool.run('solve', input, 'machines');
    return { result: plain(run), cpuSeconds: run.cpuSeconds, tried: { challenge: challengeId(input.file), run } };
  }
  const startedAt = performance.now();
  const laid = await pool.run('generate', generateInput.parse(errand.input), 'machines');
  // The job does not tell its CPU time; wall time is never less than it on one thread.
  return { result: plain(laid), cpuSeconds: (performance.now() - startedAt) / 1_000 };
}

/** The result as data: what came over a worker's wire has no other form. */
function plain(result: object): CanonicalValue {
  return z.json().parse(JSON.parse(JSON.stringify(result)));
}
