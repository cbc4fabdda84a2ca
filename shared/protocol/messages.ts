/**
 * Every message between client and room, in one table: schema, rate limit, permission.
 * All go by `room.request`, which answers; a malformed one is refused with a code and a sentence and never cuts the
 * client off, so the server reads them with its own parser instead of Colyseus' `validate` (close code 4002).
 */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import { plainText } from '#shared/records/intent.ts';
import { REPORT_REASONS } from '#shared/records/report.ts';
import { isAskable } from './gestures.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
/** Raw bytes in base64, 1 to 15 of them. */
const chunk = z
  .string()
  .min(4)
  .max(20)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);
const tick = z.number().int().min(0).max(1_000_000);
/** Counts the joint runs of a party, from 1. */
const round = z.number().int().min(1).max(1_000_000);
/** Names a run within a session: a counter the client chooses, higher each time. */
const run = z.number().int().min(1).max(1_000_000_000);

/** What a client may send. `perSecond` and `burst` are a token bucket; `who` is who may send it. */
export const CLIENT_MESSAGES = {
  /** Say something to everybody near. Answer: {}. */
  chat: { schema: z.strictObject({ text: plainText(200) }), perSecond: 0.5, burst: 4, who: 'person' },
  /** Tell the host of somebody: why, and perhaps in one's own words. Answer: {}. */
  report: {
    schema: z.strictObject({
      account: z.string().regex(/^0x[0-9a-f]{40}$/),
      reason: z.enum(REPORT_REASONS),
      words: z.union([z.literal(''), plainText(200)]),
    }),
    perSecond: 0.05,
    burst: 3,
    who: 'person',
  },
  /** Show a gesture by its number in gestures.ts, or end it with 0. Answer: {}. */
  emote: {
    schema: z.strictObject({ emote: z.number().int().refine(isAskable, 'no such gesture') }),
    perSecond: 2,
    burst: 4,
    who: 'person',
  },
  /** Wear a work that stands in the world as a skin, or none (null). Answer: {}. */
  wear: { schema: z.strictObject({ work: hex64.nullable() }), perSecond: 1, burst: 4, who: 'person' },
  /** Begin (or begin again) a run of a challenge. Answer: {}. */
  begin: { schema: z.strictObject({ run, challenge: hex64 }), perSecond: 2, burst: 8, who: 'person' },
  /**
   * What comes next on the run's tape: base64 of at most 15 bytes, raw, one a tick and start, tick by tick; `from` is the
   * number of the first byte. Four starts make 16 chunks a second. Answer: {}.
   */
  ticks: {
    schema: z.strictObject({
      run,
      from: tick,
      bytes: chunk,
    }),
    perSecond: 20,
    burst: 40,
    who: 'person',
  },
  /** The run is over: judge what was streamed. Answer: `RunResult`. */
  finish: { schema: z.strictObject({ run }), perSecond: 1, burst: 4, who: 'person' },
  /** Sit down at a challenge, whatever its hand, or get up again (null): others see that somebody is on it. Answer: {}. */
  attend: { schema: z.strictObject({ challenge: hex64.nullable() }), perSecond: 1, burst: 8, who: 'person' },
  /** Leave the run without judging. Answer: {}. */
  leave: { schema: z.strictObject({ run }), perSecond: 2, burst: 8, who: 'person' },
  /** Wait at the gate of a course for several until all starts are taken, or join who waits there. Answer: {}. */
  gather: { schema: z.strictObject({ challenge: hex64 }), perSecond: 1, burst: 6, who: 'person' },
  /**
   * After a broken line: tell the own party, and what the others played so far, once more; it never opens another party.
   * Answer: {}.
   */
  'tell-again': { schema: z.strictObject({}), perSecond: 1, burst: 6, who: 'person' },
  /** Leave the party; a run that is under way is over for all. Answer: {}. */
  part: { schema: z.strictObject({}), perSecond: 2, burst: 8, who: 'person' },
  /** Begin with those who are there (the first of them, or who waited for 30 s), or begin again (anybody). Answer: {}. */
  'set-off': { schema: z.strictObject({}), perSecond: 0.5, burst: 4, who: 'person' },
  /**
   * The next ticks of one's own part of a joint run: bytes tick by tick, one for each start one plays; `from` is the first
   * tick. Sent every 3 ticks. Answer: {}.
   */
  steps: { schema: z.strictObject({ round, from: tick, bytes: chunk }), perSecond: 24, burst: 80, who: 'person' },
  /** The goal is reached: judge the joined run. Everybody asks and gets the same. Answer: `RunResult`. */
  arrived: { schema: z.strictObject({ round }), perSecond: 1, burst: 6, who: 'person' },
} as const satisfies Record<string, { schema: z.ZodType; perSecond: number; burst: number; who: 'person' | 'host' }>;

export type ClientMessage = keyof typeof CLIENT_MESSAGES;
export type MessageBody<M extends ClientMessage> = z.infer<(typeof CLIENT_MESSAGES)[M]['schema']>;

/** Answer to every request: the value, or a code and a sentence; the connection stays either way. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly sentence: string };

/** What came of a finished run. */
export interface RunResult {
  readonly holds: boolean;
  readonly value: number | string | null;
  readonly unit: string;
  readonly reason: string | null;
  readonly attempt: string;
  /** The laurel's token id when this run advanced the frontier. */
  readonly laurel: string | null;
  /** One plain sentence to show. */
  readonly sentence: string;
}

/** What the room answers to a message of type `M` when all is well. */
export type AnswerTo<M extends ClientMessage> = M extends 'finish' | 'arrived'
  ? RunResult
  : Readonly<Record<string, never>>;

/** A party as its members hear of it, at every change. */
export interface PartyNews {
  readonly challenge: string;
  /** `over`: the run has ended and another may begin. `ended`: the party is no more, `sentence` says why. */
  readonly phase: 'gathering' | 'running' | 'over' | 'ended';
  readonly round: number;
  /** Characters that start together on this course. */
  readonly starts: number;
  /** In the order in which they came; `lanes` are the starts that each of them plays. */
  readonly members: readonly {
    readonly session: string;
    readonly name: string;
    readonly lanes: readonly number[];
  }[];
  /** Until the first tick, ms. */
  readonly inMs: number;
  /** Somebody said that the goal is reached: the judge was asked. */
  readonly judged: boolean;
  readonly sentence: string;
}

/** What another member played. */
export interface PlayedNews {
  readonly round: number;
  /** Their place in the party. */
  readonly by: number;
  readonly from: number;
  /** Base64, tick by tick, one byte for each of their lanes. */
  readonly bytes: string;
}

/** What the room tells, by `room.onMessage`: everybody, or the members of a party. */
export interface ServerMessages {
  readonly party: PartyNews;
  readonly played: PlayedNews;
  /** Somebody said something. */
  readonly said: {
    readonly session: string;
    readonly address: string;
    readonly name: string;
    readonly text: string;
  };
  /** Something happened that everybody should see: a laurel, a new gate, a work placed. */
  readonly news: {
    readonly kind: 'laurel' | 'gate' | 'work' | 'closed' | 'minted';
    readonly sentence: string;
    /** Challenge or work id. */
    readonly id: string;
    readonly who: string;
  };
}

/** What a client brings when it joins the room `world`. */
export const joinSchema = z.looseObject({
  token: z.string().min(8).max(256),
  protocol: z.number().int(),
  /** The session that was lost, when a page comes back by itself: it never takes the place of another window. */
  returning: z.string().max(64).optional(),
});

/**
 * Reads the body of one message.
 * @throws DimensionError `message.malformed` naming the first thing that is wrong
 */
export function parseMessage<M extends ClientMessage>(type: M, raw: unknown): MessageBody<M> {
  const parsed = CLIENT_MESSAGES[type].schema.safeParse(raw);
  // The table ties each type to its schema; TypeScript cannot follow that through the index.
  if (parsed.success) return parsed.data as MessageBody<M>;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new DimensionError(
    'message.malformed',
    `The message "${type}" is not as it should be${where === '' ? '' : ` at ${where}`}: ${issue?.message ?? 'unknown'}`,
    { type, where },
  );
}
