/** Reads a kept attempt as the world hands it out: everything from outside passes a parser. */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';

const maker = z.object({ name: z.string(), address: z.string() });
const attemptSchema = z.object({
  id: z.string(),
  challenge: z.string(),
  actor: maker.extend({ kind: z.enum(['person', 'automaton']) }),
  party: z.array(maker).optional(),
  class: z.enum(['live', 'tool', 'machine']),
  payload: payloadSchema,
  receivedAtMs: z.number(),
  verdict: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.union([z.number(), z.string()]), unit: z.string(), digest: z.string() }),
    z.object({
      ok: z.literal(false),
      reason: z.object({ code: z.string(), sentence: z.string() }),
      digest: z.string().optional(),
    }),
  ]),
});

/** What of a kept attempt is shown. */
export type KeptAttempt = z.infer<typeof attemptSchema> & { readonly payload: Payload };

/** @throws DimensionError `attempt.malformed` */
export function readAttempt(raw: unknown): KeptAttempt {
  const parsed = attemptSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new DimensionError('attempt.malformed', 'The world answered in a form this page does not know; reload it.', {
    where: (parsed.error.issues[0]?.path ?? []).map(String).join('.'),
  });
}
