/** What a store keeps that is no record of the law: each a row with a meaning of its own. */
import type { Hash } from '#shared/base/hash.ts';
import type { Address, AttemptId, ChallengeId } from '#shared/base/ids.ts';
import type { Rating } from '#shared/records/rating.ts';

/** Something that must come to stand on chain, once: written in the same transaction as its cause. */
export interface OutboxEntry {
  /** keccak-256 that makes it idempotent on chain, 0x-prefixed. */
  readonly intent: string;
  /** Laurels go first, and what is said of them after them. */
  readonly kind: 'laurel' | 'invalidation' | 'challenge' | 'automaton' | 'work';
  /** Contract and call data, 0x-prefixed. */
  readonly to: Address;
  readonly data: string;
  /** What the entry is about: a work id, a laurel token id, a challenge id or an automaton id. */
  readonly subject: string;
}

/** A person as known here. */
export interface PersonRow {
  readonly address: Address;
  readonly name: string;
  readonly host: boolean;
  readonly seenAtMs: number;
}

/** A signed-in person, by the hash of the bearer token. */
export interface SessionRow {
  readonly tokenHash: Hash;
  readonly address: Address;
  readonly expiresAtMs: number;
}

/** An accepted payload that a later release of the solvers may learn from. */
export interface Lesson {
  readonly attempt: AttemptId;
  readonly challenge: ChallengeId;
  /** SHA-256 of the payload's RFC 8785 JSON. */
  readonly payloadHash: Hash;
  readonly learntAtMs: number;
}

/** One line of the history that is never rewritten. */
export interface EventRow {
  readonly seq: number;
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
  readonly atMs: number;
}

/** A solution handed in sealed: who opens it was first at that moment. */
export interface Commitment {
  readonly challenge: ChallengeId;
  readonly address: Address;
  /** `commitmentOf` of what is opened later. */
  readonly hash: Hash;
  readonly atMs: number;
  /** What was sealed has been handed in since. */
  readonly opened: boolean;
}

/** A rating as it is kept: when the last session was counted. */
export interface KeptRating extends Rating {
  readonly atMs: number;
}

/** A laurel that is not final: its window runs, or no other process has verified its certificate yet. */
export interface PendingLaurel {
  readonly tokenId: string;
  /** End of the window, ms since 1970. */
  readonly dueAtMs: number;
}

/** What finding frontier challenges costs: of how many candidates that machines were through with, how many survived. */
export interface Supply {
  readonly candidates: number;
  readonly frontier: number;
  /** CPU seconds that machines spent on all of them. */
  readonly cpuSeconds: number;
}
