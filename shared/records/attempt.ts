/** One try at a challenge by a person or a machine, and the record it may become. */
import type { Address, AttemptId, ChallengeId } from '#shared/base/ids.ts';
import type { Actor } from './actor.ts';
import type { Payload } from './payload.ts';
import type { Verdict } from './verdict.ts';

/** How an attempt was made: `live` streamed by a person as it was played, `tool` handed in whole, `machine` by a solver. */
export type AttemptClass = 'live' | 'tool' | 'machine';

/** An attempt that passed the door. */
export interface Attempt {
  readonly id: AttemptId;
  readonly challenge: ChallengeId;
  readonly actor: Actor;
  readonly class: AttemptClass;
  readonly payload: Payload;
  /** Wall time between first and last arrival, ms; 0 when handed in whole. */
  readonly wallMs: number;
  readonly receivedAtMs: number;
}

/** An attempt with its verdict. */
export interface JudgedAttempt extends Attempt {
  readonly verdict: Verdict;
}

/** The best accepted attempt of its time on a challenge; `index` counts from 0, in order, per challenge. */
export interface FrontierRecord {
  readonly challenge: ChallengeId;
  readonly index: number;
  readonly attempt: AttemptId;
  readonly holder: Address;
  readonly holderName: string;
  readonly holderKind: 'person' | 'automaton';
  readonly value: number | string;
  readonly unit: string;
  readonly digest: string;
  readonly atMs: number;
  /** True when this record gave a laurel: it advanced the frontier. */
  readonly laurel: boolean;
}

/** Where a laurel stands: the world has it at once, the chain a little later. */
export type LaurelState = 'provisional' | 'sent' | 'minted' | 'invalidated';

/** The soulbound token of a share in a record. */
export interface Laurel {
  /** keccak-256(challenge id, record index, holder index) as 0x-prefixed 64 hex digits: the token id. */
  readonly tokenId: string;
  readonly challenge: ChallengeId;
  readonly recordIndex: number;
  readonly holderIndex: number;
  readonly holder: Address;
  readonly shareBasisPoints: number;
  readonly state: LaurelState;
  /** Transaction that minted it, 0x-prefixed, when the chain has it. */
  readonly transaction: string | null;
}
