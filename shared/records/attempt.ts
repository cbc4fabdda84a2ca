/** One try at a challenge by a person or a machine, and the record it may become. */
import type { Address, AttemptId, ChallengeId } from '#shared/base/ids.ts';
import type { Actor, Person } from './actor.ts';
import type { Payload } from './payload.ts';
import type { Verdict } from './verdict.ts';

/** How an attempt was made: `live` streamed by a person as it was played, `tool` handed in whole, `machine` by a solver. */
export type AttemptClass = 'live' | 'tool' | 'machine';

/** An attempt that passed the door. */
export interface Attempt {
  readonly id: AttemptId;
  readonly challenge: ChallengeId;
  readonly actor: Actor;
  /** Everybody who played it together, the actor first, then in the order of their starts; absent where one played alone. */
  readonly party?: readonly Person[];
  readonly class: AttemptClass;
  /** The certificate: what was handed in, or what polish made of it. */
  readonly payload: Payload;
  /** What was handed in, where polish made the certificate out of it. */
  readonly handedIn?: Payload;
  /** Wall time between first and last arrival, ms; 0 when handed in whole. */
  readonly wallMs: number;
  readonly receivedAtMs: number;
  /**
   * Whether later releases of the solvers may learn from it, as whoever made it said by then; nothing when they were
   * never asked. Of a party one no is a no, and it takes the yes of all. It decides nothing about verdict, record or
   * laurel.
   */
  readonly consent?: boolean;
}

/** Everybody who made it, the actor first. */
export function makersOf({ actor, party }: Pick<Attempt, 'actor' | 'party'>): readonly Actor[] {
  return party ?? [actor];
}

/** An attempt with its verdict. */
export interface JudgedAttempt extends Attempt {
  readonly verdict: Verdict;
}

/**
 * What a record is credited for. `first`: nothing stood before. `new-basin`: another idea, better by at least δ.
 * `evolved`: better by at least δ, and derived from what was published. `polish`: the same idea with better digits; the
 * machine that polished it is credited.
 */
export const CREDIT_CLASSES = ['first', 'new-basin', 'evolved', 'polish'] as const;
export type CreditClass = (typeof CREDIT_CLASSES)[number];

/** One of several who hold a record together. */
export interface PartyMember {
  readonly address: Address;
  readonly name: string;
}

/** The best accepted attempt of its time on a challenge; `index` counts from 0 per challenge, as they were written. */
export interface FrontierRecord {
  readonly challenge: ChallengeId;
  readonly index: number;
  readonly attempt: AttemptId;
  readonly holder: Address;
  /** Of several, all their names: "Ada and Bo". */
  readonly holderName: string;
  readonly holderKind: 'person' | 'automaton';
  readonly value: number | string;
  readonly unit: string;
  readonly digest: string;
  /** When it first was here, ms since 1970: sealed, or handed in open. */
  readonly atMs: number;
  /** True when this record gave a laurel: it advanced the frontier. */
  readonly laurel: boolean;
  readonly creditClass: CreditClass;
  /** The idea behind it (`Family.basin`); null in records that are older than ideas. */
  readonly basin: string | null;
  /** The attempt it is derived from, when it is. */
  readonly parent: AttemptId | null;
  /** Everybody who holds it, the holder first; absent where one holds it alone. */
  readonly party?: readonly PartyMember[];
}

/** Everybody who holds a record. */
export function holdersOf({
  holder,
  holderName,
  party,
}: Pick<FrontierRecord, 'holder' | 'holderName' | 'party'>): readonly PartyMember[] {
  return party ?? [{ address: holder, name: holderName }];
}

/** Names in one line: "Ada", "Ada and Bo", "Ada, Bo and Cleo". */
export function namesInLine(people: readonly { readonly name: string }[]): string {
  const names = people.map(({ name }) => name);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Records that gave a laurel count apart on chain: how many stand before the one of that index, in the order of `records`. */
export function laurelPlace(records: readonly FrontierRecord[], index: number): number {
  const at = records.findIndex((record) => record.index === index);
  return records.slice(0, at < 0 ? records.length : at).filter(({ laurel }) => laurel).length;
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
