/** What passes between the pool and a worker: one request, one answer, in order of request. */
import { z } from 'zod';
import type { JobName, Jobs } from '#server/ports/pool.ts';
import type { Facts } from '#shared/base/errors.ts';

/** What a worker that mostly works for machines is told at its start. */
export const MACHINES = 'machines';

/** Pool → worker. A worker does one job at a time. */
export interface JobRequest<J extends JobName = JobName> {
  readonly id: number;
  readonly job: J;
  readonly input: Jobs[J]['in'];
}

/** Worker → pool. An error keeps its code and sentence on the way. */
export type JobAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: string;
      readonly sentence: string;
      readonly facts: Facts;
    };

/** Shape of an answer; `value` is checked by nobody: the worker runs our own code. */
export const jobAnswerSchema: z.ZodType<JobAnswer> = z.discriminatedUnion('ok', [
  z.object({ id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.object({
    id: z.number(),
    ok: z.literal(false),
    code: z.string(),
    sentence: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
]);

/** The jobs a worker can do. */
export type JobTable = { readonly [J in JobName]: (input: Jobs[J]['in']) => Promise<Jobs[J]['out']> };
