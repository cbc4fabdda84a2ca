/** The shape of a starter course: what a fresh world opens with, and the log of the machines that tried it. */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import { type Hash, parseHash } from '#shared/base/hash.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import { type ChallengeFile, challengeFileSchema } from '#shared/records/challenge-file.ts';

/** A challenge that ships with the world. Its witness is sealed: only the hash of the payload is here. */
export interface StarterCourse {
  readonly title: string;
  /** Name of the automaton that counts as its maker. */
  readonly creator: string;
  readonly file: ChallengeFile;
  /** SHA-256 of the RFC 8785 JSON of the witness payload; null where every certificate counts and none is needed. */
  readonly witnessHash: Hash | null;
  /** What machines did with it, every run kept. */
  readonly machine: readonly MachineRun[];
}

const runSchema = z.strictObject({
  solver: z.string(),
  release: z.number().int().positive(),
  seed: z.string(),
  budgetCpuSeconds: z.number().positive(),
  cpuSeconds: z.number().nonnegative(),
  steps: z.number().int().nonnegative(),
  solved: z.boolean(),
  value: z.union([z.number(), z.string()]).optional(),
  progress: z.number().min(0).max(1),
  best: z.json().optional(),
  basin: z.string().optional(),
});
const starterSchema = z.strictObject({
  title: z.string().min(1).max(80),
  creator: z.string().regex(/^[a-z]{2,24}$/),
  file: challengeFileSchema,
  witnessHash: z.string().nullable(),
  machine: z.array(runSchema),
});

/** @throws DimensionError `starter.shape` with the place that is wrong */
export function parseStarter(raw: unknown): StarterCourse {
  const parsed = starterSchema.safeParse(raw);
  if (!parsed.success)
    throw new DimensionError('starter.shape', 'This is not a starter course.', {
      where: parsed.error.issues[0]?.path.map(String).join('.') ?? '',
    });
  const { witnessHash, machine, ...rest } = parsed.data;
  return { ...rest, witnessHash: witnessHash === null ? null : parseHash(witnessHash), machine: machine.map(plainRun) };
}

function plainRun({ value, best, basin, ...run }: z.infer<typeof runSchema>): MachineRun {
  return {
    ...run,
    ...(value === undefined ? {} : { value }),
    ...(best === undefined ? {} : { best }),
    ...(basin === undefined ? {} : { basin }),
  };
}
