/** The only way in, as rooms, routes and automata see it. */

import type { ChallengeId } from '#shared/base/ids.ts';
import type { Nonce, Session } from '#shared/protocol/routes.ts';
import type { Actor, Person } from '#shared/records/actor.ts';
import type { FrontierRecord, JudgedAttempt, Laurel } from '#shared/records/attempt.ts';
import type { Intent } from '#shared/records/intent.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Ruling } from '#shared/records/ruling.ts';

/** What came of an attempt, after the flow and durable. */
export interface AttemptOutcome {
  readonly attempt: JudgedAttempt;
  /** The record it set, when it is the best so far. */
  readonly record: FrontierRecord | null;
  /** The laurel it gave to whoever handed it in, when it advanced the frontier. */
  readonly laurel: Laurel | null;
  /** The same with those of everybody who made it together, in their order. */
  readonly laurels: readonly Laurel[];
  /** One plain sentence to show. */
  readonly sentence: string;
}

export interface Door {
  /**
   * Parses, permits, limits, then lets the flow of the intent's kind carry it on. Never throws for what the actor did
   * wrong: that is a `Refused` ruling, counted by code.
   */
  submit(actor: Actor, raw: unknown): Promise<Ruling>;
  /** The same for an intent that is already typed (automata). */
  submitIntent(actor: Actor, intent: Intent): Promise<Ruling>;
  /**
   * A run that the room itself collected tick by tick, as a tool's when it was not played by hand, or a machine's own try.
   * @throws DimensionError with the code and sentence for whoever handed it in
   */
  attempt(handedIn: {
    readonly actor: Actor;
    /** Everybody who played it together, the actor first. */
    readonly party?: readonly Person[];
    readonly challenge: string;
    readonly payload: Payload;
    readonly class: 'live' | 'tool' | 'machine';
    readonly wallMs: number;
  }): Promise<AttemptOutcome>;
  /** Somebody tried a challenge seriously and left it unsolved: it counts for how hard it is. */
  gaveUp(actor: Actor, challenge: ChallengeId): Promise<void>;
}

/** Who a bearer token speaks for. */
export interface Sessions {
  /** Null for a token that is unknown or expired. */
  person(token: string): Promise<Person | null>;
}

/** Where people come in: a nonce, then a signed text for a session. */
export interface SignInDesk {
  nonce(): Nonce;
  /**
   * @param raw the body of POST /api/sign-in
   * @param domain the `Host` under which the request came
   * @throws DimensionError `sign-in.*`
   */
  begin(raw: unknown, domain: string): Promise<Session>;
}
