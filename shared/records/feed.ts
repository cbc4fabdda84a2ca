/** The record feed: one signed line for everything that moved a frontier, each with all that anybody needs to check it. */
import { z } from 'zod';
import { boundShape } from '#shared/base/bound-shape.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type Hash, parseHash } from '#shared/base/hash.ts';
import {
  type Address,
  type AttemptId,
  type ChallengeId,
  parseAddress,
  parseAttemptId,
  parseChallengeId,
} from '#shared/base/ids.ts';
import { type AttemptClass, CREDIT_CLASSES, type CreditClass, type PartyMember } from './attempt.ts';
import { type ChallengeFile, challengeFileSchema } from './challenge-file.ts';
import { plainText } from './intent.ts';
import { type Payload, payloadSchema } from './payload.ts';
import type { Unit } from './verdict.ts';

/** Where a record was taken over from: the entry of that hash in another host's feed. */
export interface Origin {
  /** The verdict key of that host. */
  readonly signer: Address;
  readonly url: string;
  readonly hash: Hash;
}

/** A record was set here, or taken over from elsewhere. `file` and `payload` are the certificate. */
export interface RecordNews {
  readonly kind: 'record';
  readonly challenge: ChallengeId;
  readonly file: ChallengeFile;
  readonly title: string;
  readonly creator: Address;
  /** Place among the records of this challenge here, from 0. */
  readonly index: number;
  readonly attempt: AttemptId;
  readonly payload: Payload;
  readonly value: number | string;
  readonly unit: Unit;
  readonly digest: Hash;
  readonly holder: Address;
  /** Of several, all their names in one line. */
  readonly holderName: string;
  /** Everybody who holds it, the holder first; absent where one holds it alone, so that older entries keep their hash. */
  readonly party?: readonly PartyMember[];
  readonly holderKind: 'person' | 'automaton';
  readonly class: AttemptClass;
  readonly credit: CreditClass;
  /** The published attempt that it builds on, when there is one. */
  readonly parent: AttemptId | null;
  /** True when it moved the frontier here and gave a laurel. */
  readonly laurel: boolean;
  /** Null for what was done here. */
  readonly origin: Origin | null;
}

/** Machines do now what people held open; `attempt` is theirs where it was kept. */
export interface ClosedNews {
  readonly kind: 'closed';
  readonly challenge: ChallengeId;
  readonly title: string;
  /** Name of the automaton or solver. */
  readonly by: string;
  readonly attempt: AttemptId | null;
}

/** A record counts no longer, and why. */
export interface InvalidatedNews {
  readonly kind: 'invalidated';
  readonly challenge: ChallengeId;
  readonly title: string;
  readonly index: number;
  readonly reason: string;
}

/** A laurel that was not final passed to who had sealed the same, or better, before: record `from` gives none any more. */
export interface PassedNews {
  readonly kind: 'passed';
  readonly challenge: ChallengeId;
  readonly title: string;
  readonly from: number;
  /** The record that gives it now. */
  readonly index: number;
  readonly holderName: string;
}

/** What may be said in a feed. */
export type FeedNews = RecordNews | ClosedNews | InvalidatedNews | PassedNews;

/** The end of a feed up to some entry: what the next one builds on. */
export interface FeedHead {
  readonly seq: number;
  readonly hash: Hash;
  readonly signer: Address;
}

/** What binds an entry to its feed. */
interface FeedLink extends FeedHead {
  /** Hash of the entry before; of the first one, the root of its signer's feed. */
  readonly previous: Hash;
  readonly atMs: number;
  /** EIP-191 by `signer`, 0x-prefixed. @see shared/records/feed-chain.ts */
  readonly signature: string;
}

/** One entry, as it is kept, served and hashed. */
export type FeedEntry = FeedNews & FeedLink;

const hash = z.string().transform(parseHash);
const address = z
  .string()
  .regex(/^0x[0-9a-f]{40}$/)
  .transform(parseAddress);
const challenge = z.string().transform(parseChallengeId);
const attempt = z.string().transform(parseAttemptId);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Milliseconds since 1970 that every clock can write as a date (ECMA-262, time values). */
const moment = z.number().int().min(0).max(8_640_000_000_000_000);
const title = plainText(80);
/** Four names in one line. */
const PARTY_LINE = 4 * 60 + 12;
const unit: z.ZodType<Unit> = z.enum(['tick', 'contact', 'point', 'energy', 'chord', 'tool', 'agreement']);

const link = {
  seq: count.min(1),
  previous: hash,
  signer: address,
  atMs: moment,
  hash,
  signature: z.string().regex(/^0x[0-9a-f]{128}1[bc]$/),
};
const origin = z.strictObject({ signer: address, url: z.url().max(300), hash });
const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...link,
    kind: z.literal('record'),
    challenge,
    file: challengeFileSchema,
    title,
    creator: address,
    index: count,
    attempt,
    payload: payloadSchema,
    value: z.union([z.number().int(), z.string().regex(/^-?\d{1,15}(\.\d{1,30})?$/)]),
    unit,
    digest: hash,
    holder: address,
    holderName: plainText(PARTY_LINE),
    party: z
      .array(z.strictObject({ address, name: plainText(60) }))
      .min(2)
      .max(4)
      .exactOptional(),
    holderKind: z.enum(['person', 'automaton']),
    class: z.enum(['live', 'tool', 'machine']),
    credit: z.enum(CREDIT_CLASSES),
    parent: attempt.nullable(),
    laurel: z.boolean(),
    origin: origin.nullable(),
  }),
  z.strictObject({
    ...link,
    kind: z.literal('closed'),
    challenge,
    title,
    by: plainText(60),
    attempt: attempt.nullable(),
  }),
  z.strictObject({
    ...link,
    kind: z.literal('invalidated'),
    challenge,
    title,
    index: count,
    reason: plainText(300),
  }),
  z.strictObject({
    ...link,
    kind: z.literal('passed'),
    challenge,
    title,
    from: count,
    index: count,
    holderName: plainText(60),
  }),
]);

/** Checks the form alone; that it belongs where it stands is for `checkLink`. @throws DimensionError `feed.entry` */
export function parseFeedEntry(raw: unknown): FeedEntry {
  try {
    boundShape(raw);
    return entrySchema.parse(raw);
  } catch (cause) {
    const where = cause instanceof z.ZodError ? (cause.issues[0]?.path.map(String).join('.') ?? '') : '';
    throw new DimensionError('feed.entry', 'This is not an entry of a record feed.', { where }, cause);
  }
}
