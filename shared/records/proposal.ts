/** An intent that passed the door: who asks for what, and when it arrived. */
import type { Actor, Person } from './actor.ts';
import type { AttemptClass } from './attempt.ts';
import type { Intent, IntentOf } from './intent.ts';
import type { Payload } from './payload.ts';

/** What a flow carries on. */
export interface Proposal<K extends Intent['kind']> {
  readonly actor: Actor;
  readonly intent: IntentOf<K>;
  /** Wall time of arrival, ms since 1970. */
  readonly atMs: number;
}

/** A solution that passed the door, streamed or whole. */
export interface HandedIn {
  readonly actor: Actor;
  /** Everybody who played it together, the actor first; absent where one played alone. */
  readonly party?: readonly Person[];
  /** 64 hex digits, not yet known to name a challenge. */
  readonly challenge: string;
  readonly payload: Payload;
  readonly class: AttemptClass;
  /** Wall time between first and last arrival, ms; 0 when handed in whole. */
  readonly wallMs: number;
  readonly atMs: number;
  /** Opens an earlier commitment. */
  readonly salt?: string;
  /** Said of this one alone; without it stands what the person said last. */
  readonly consent?: boolean;
}
