/** Jobs as they cross the network: the parsers of what goes in and what comes out, one line a job. */
import { z } from 'zod';
import type { Certificate, JobName, Jobs } from '#server/ports/pool.ts';
import { DimensionError, type Facts } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import { type ChallengeFile, challengeFileSchema } from '#shared/records/challenge-file.ts';
import { payloadSchema } from '#shared/records/payload.ts';
import type { Verdict } from '#shared/records/verdict.ts';

/** A whole job or answer, in characters of JSON: the largest payload and all others that it is compared with. */
export const LONGEST_TEXT = 16_777_216;

const name = z.string().min(1).max(64);
const text = z.string().max(LONGEST_TEXT);
const hex = z.string().regex(/^[0-9a-f]{1,128}$/);
const seconds = z.number().min(0).max(1_000_000);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const value = z.union([z.number(), z.string().max(64)]);
const canonicalValue: z.ZodType<CanonicalValue> = z.json().transform((raw): CanonicalValue => raw);
const file: z.ZodType<ChallengeFile> = challengeFileSchema;

const holds: z.ZodType<Certificate['verdict']> = z.object({
  ok: z.literal(true),
  value,
  unit: z.enum(['tick', 'contact', 'point', 'energy', 'chord', 'tool', 'agreement']),
  digest: hex,
  cpuMs: z.number().min(0),
});
const verdict: z.ZodType<Verdict> = z.union([
  holds,
  z.object({
    ok: z.literal(false),
    reason: z.object({ code: name, sentence: z.string().max(1_000) }),
    digest: hex.exactOptional(),
    cpuMs: z.number().min(0),
  }),
]);

const certificate: z.ZodType<Certificate> = z.object({
  payload: payloadSchema,
  verdict: holds,
  canonical: text,
  basin: text,
});

/** Published payloads that one judging compares with. */
const MOST_KNOWN = 256;

const run: z.ZodType<MachineRun> = z.object({
  solver: name,
  release: count,
  seed: z.string().max(200),
  budgetCpuSeconds: seconds,
  cpuSeconds: seconds,
  steps: count,
  solved: z.boolean(),
  value: value.exactOptional(),
  progress: z.number().min(0).max(1),
  best: canonicalValue.exactOptional(),
  basin: text.exactOptional(),
});

type Shapes = {
  readonly [J in JobName]: { readonly in: z.ZodType<Jobs[J]['in']>; readonly out: z.ZodType<Jobs[J]['out']> };
};

const SHAPES: Shapes = {
  judge: {
    in: z.strictObject({
      challenge: file,
      payload: payloadSchema,
      polish: z.boolean().exactOptional(),
      known: z.array(payloadSchema).max(MOST_KNOWN).exactOptional(),
    }),
    out: z.object({
      verdict,
      canonical: text.nullable(),
      basin: text.nullable(),
      polished: certificate.nullable(),
      kinship: z.array(z.number().min(0).max(1)).max(MOST_KNOWN),
      cpuMs: z.number().nonnegative(),
    }),
  },
  solve: {
    in: z.strictObject({ file, solver: name, seed: z.string().max(200), budgetCpuSeconds: seconds }),
    out: run,
  },
  generate: {
    in: z.strictObject({ family: name, seed: z.string().max(200), difficulty: z.number().min(0).max(1_000) }),
    out: z.object({ file, witness: payloadSchema.nullable() }),
  },
  checkWork: {
    in: z.strictObject({ generator: name, genome: text }),
    out: z.object({ name: z.string().max(200), digest: hex }),
  },
  picture: {
    in: z.strictObject({ file, payload: payloadSchema, title: z.string().max(200), line: z.string().max(500) }),
    out: z.object({ pngBase64: text }),
  },
};

/** What a worker says of a job: the result, or the error with its code and sentence. */
export type JobAnswer<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly sentence: string; readonly facts: Facts };

const failure = z.object({
  ok: z.literal(false),
  code: z.string().regex(/^[a-z]\w*(\.\w+)+$/),
  sentence: z.string().max(1_000),
  facts: z.record(z.string().max(64), z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()])),
});
const success = z.object({ ok: z.literal(true), value: z.unknown() });

/** @throws DimensionError `work.unknown` for a job that this release does not know */
export function parseJobName(raw: string): JobName {
  if (Object.hasOwn(SHAPES, raw)) return raw as JobName;
  throw new DimensionError('work.unknown', 'This worker does not know that job.', { job: raw.slice(0, 64) });
}

/** @throws DimensionError `work.request` naming the field that is wrong */
export function parseInput<J extends JobName>(job: J, raw: unknown): Jobs[J]['in'] {
  const parsed = SHAPES[job].in.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new DimensionError('work.request', 'This job is not in its form.', { job, where: whereOf(parsed.error) });
}

/** @throws DimensionError `pool.answer` for whatever is not an answer to this job */
export function parseAnswer<J extends JobName>(job: J, raw: unknown): JobAnswer<Jobs[J]['out']> {
  const failed = failure.safeParse(raw);
  if (failed.success) return failed.data;
  const done = success.safeParse(raw);
  const parsed = SHAPES[job].out.safeParse(done.success ? done.data.value : raw);
  if (done.success && parsed.success) return { ok: true, value: parsed.data };
  const where = parsed.success ? 'ok' : whereOf(parsed.error);
  throw new DimensionError('pool.answer', 'A worker answered in no form that is known here.', { job, where });
}

function whereOf(error: z.ZodError): string {
  return (error.issues[0]?.path ?? []).map(String).join('.').slice(0, 100);
}
