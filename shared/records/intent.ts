/** What an actor asks of the world. People and DAs hand in the same intents at the same door. */
import { z } from 'zod';
import { challengeFileSchema } from './challenge-file.ts';
import { payloadSchema } from './payload.ts';

/**
 * Text people may read: 1 to `max` characters, no control characters, no markup, and no code point that is set aside
 * for never being a character: U+FFFE and U+FFFF make a picture (XML) that holds them unreadable. Code points that are
 * only not assigned yet may pass: which those are differs from one browser to the next, and what is law must not.
 */
export const plainText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(
      /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}<>]*$/u,
      'Plain words only: no control characters and no markup.',
    );

const saltSchema = z.string().regex(/^[0-9a-f]{32,64}$/);
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** Every intent, one member a kind; a flow of the same name carries it on. */
export const intentSchema = z.discriminatedUnion('kind', [
  /** Publish a challenge; `clear` is the creator's own winning payload, if there is one. */
  z.strictObject({
    kind: z.literal('challenge'),
    title: plainText(60),
    file: challengeFileSchema,
    clear: payloadSchema.optional(),
  }),
  /** Mint a work from a genome and, if wanted, place it in the world. */
  z.strictObject({
    kind: z.literal('work'),
    title: plainText(60),
    generator: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/),
    genome: z
      .string()
      .max(2_048)
      .regex(/^([0-9a-f]{2})+$/),
    parents: z.array(hex64).max(4),
  }),
  /**
   * Hand in a solution; `salt` opens what was sealed by an earlier `commit`. `consent` says of this one whether solvers
   * may learn from it; without it stands what the person said last.
   */
  z.strictObject({
    kind: z.literal('attempt'),
    challenge: hex64,
    payload: payloadSchema,
    salt: saltSchema.exactOptional(),
    consent: z.boolean().exactOptional(),
  }),
  /** Say whether later releases of the solvers may learn from one's solutions; what was said last stands. */
  z.strictObject({ kind: z.literal('consent'), given: z.boolean() }),
  /** Seal a solution: `hash` is `commitmentOf` what is handed in later. Who opens it was first at this moment. */
  z.strictObject({ kind: z.literal('commit'), challenge: hex64, hash: hex64 }),
  /** Host only: the judge of a challenge is in doubt, or not any more; what is invalidated or retired stays so. */
  z.strictObject({
    kind: z.literal('freeze'),
    challenge: hex64,
    act: z.enum(['freeze', 'thaw', 'invalidate', 'retire']),
    reason: plainText(300),
  }),
  /** Host only: hide or show a challenge or a work. */
  z.strictObject({
    kind: z.literal('moderate'),
    target: z.enum(['challenge', 'work']),
    id: hex64,
    hidden: z.boolean(),
  }),
  /** Host only: take the word from somebody for some hours, or give it back (0). */
  z.strictObject({
    kind: z.literal('silence'),
    account: z.string().regex(/^0x[0-9a-f]{40}$/),
    hours: z.number().int().min(0).max(720),
    reason: z.union([z.literal(''), plainText(200)]),
  }),
  /** Host only: a report was read. */
  z.strictObject({ kind: z.literal('close-report'), report: hex64 }),
]);

export type Intent = z.infer<typeof intentSchema>;
export type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>;
