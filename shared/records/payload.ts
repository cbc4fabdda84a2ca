/** What is handed in as a solution: the certificate of a result, in one of the wire forms. */
import { z } from 'zod';

/** Which hand plays a family: it decides the workbench the client opens. */
export const HANDS = ['tape', 'tapes', 'placements', 'moves', 'points', 'vectors', 'choice'] as const;
export type Hand = (typeof HANDS)[number];

const integer = z.number().int().min(-1_000_000).max(1_000_000);
const decimal = z.string().regex(/^-?\d{1,3}(\.\d{1,24})?$/);

/** Every payload kind, sizes bounded: nothing larger than 64 KiB of text passes. */
export const payloadSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tape'), bytes: z.string().max(65_536) }),
  z.strictObject({ kind: z.literal('tapes'), tapes: z.array(z.string().max(65_536)).min(1).max(4) }),
  z.strictObject({
    kind: z.literal('placements'),
    placements: z
      .array(z.strictObject({ tool: z.string().max(24), x: integer, y: integer, z: integer, yaw: integer }))
      .max(64),
  }),
  z.strictObject({
    kind: z.literal('moves'),
    moves: z
      .string()
      .max(1_024)
      .regex(/^[RLUDFB]*$/),
  }),
  z.strictObject({ kind: z.literal('points'), points: z.array(z.array(integer).min(2).max(4)).max(4_096) }),
  z.strictObject({ kind: z.literal('vectors'), vectors: z.array(z.array(decimal).length(3)).max(2_048) }),
  z.strictObject({ kind: z.literal('choice'), choice: z.union([z.literal(0), z.literal(1)]) }),
]);

/** A solution as it travels; a family's own `parsePayload` narrows it and checks it against the instance. */
export type Payload = z.infer<typeof payloadSchema>;
