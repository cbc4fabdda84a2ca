/** What a store promises: everything the world must not forget, written in transactions that survive kill -9. */
import type { Address, AttemptId, AutomatonId, ChallengeId, WorkId } from '#shared/base/ids.ts';
import type { FrontierRecord, JudgedAttempt, Laurel, LaurelState } from '#shared/records/attempt.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Challenge, ChallengeState, MachineRun } from '#shared/records/challenge.ts';
import type { Placement, Work } from '#shared/records/work.ts';

/** Something that must come to stand on chain, once: written in the same transaction as its cause. */
export interface OutboxEntry {
  /** keccak-256 that makes it idempotent on chain, 0x-prefixed. */
  readonly intent: string;
  /** Laurels go first. */
  readonly kind: 'laurel' | 'challenge' | 'automaton' | 'work';
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

/** Reads: always the last committed state, or this transaction's own. */
export interface StoreReads {
  person(address: Address): Promise<PersonRow | null>;
  challenge(id: ChallengeId): Promise<Challenge | null>;
  /** Newest first. */
  challenges(filter: { readonly states?: readonly ChallengeState[]; readonly limit: number }): Promise<Challenge[]>;
  work(id: WorkId): Promise<Work | null>;
  works(filter: { readonly placed?: boolean; readonly maker?: Address; readonly limit: number }): Promise<Work[]>;
  automata(): Promise<Automaton[]>;
  attempt(id: AttemptId): Promise<JudgedAttempt | null>;
  attemptCount(filter: { readonly challenge?: ChallengeId; readonly address?: Address }): Promise<number>;
  /** By canonical form: has this very solution been accepted before? */
  attemptByCanonical(challenge: ChallengeId, canonical: string): Promise<AttemptId | null>;
  /** In order of index; of all challenges newest first when none is named. */
  records(filter: {
    readonly challenge?: ChallengeId;
    readonly holder?: Address;
    readonly limit: number;
  }): Promise<FrontierRecord[]>;
  laurels(filter: { readonly holder?: Address; readonly limit: number }): Promise<Laurel[]>;
  /** Waiting entries, laurels first, then in order of writing. */
  outbox(limit: number): Promise<OutboxEntry[]>;
  outboxCounts(): Promise<{ readonly waiting: number; readonly failed: number }>;
  /** Small facts by key: cursors, one-time words. */
  fact(key: string): Promise<string | null>;
}

/** Writes: only inside `transact`. */
export interface StoreWrites {
  putPerson(person: PersonRow): Promise<void>;
  putChallenge(challenge: Challenge): Promise<void>;
  addMachineRun(id: ChallengeId, run: MachineRun): Promise<void>;
  putWork(work: Work): Promise<void>;
  placeWork(id: WorkId, placement: Placement | null): Promise<void>;
  hideWork(id: WorkId, hidden: boolean): Promise<void>;
  setWorkToken(id: WorkId, tokenId: string): Promise<void>;
  putAutomaton(automaton: Automaton): Promise<void>;
  setAutomatonToken(id: AutomatonId, tokenId: string, account: Address): Promise<void>;
  addAttempt(attempt: JudgedAttempt, canonical: string | null): Promise<void>;
  addRecord(record: FrontierRecord): Promise<void>;
  putLaurel(laurel: Laurel): Promise<void>;
  setLaurelState(tokenId: string, state: LaurelState, transaction: string | null): Promise<void>;
  addOutbox(entries: readonly OutboxEntry[]): Promise<void>;
  markOutbox(intent: string, state: 'sent' | 'done' | 'failed', detail: string | null): Promise<void>;
  setFact(key: string, value: string): Promise<void>;
  /** Appends to the history that is never rewritten. */
  addEvent(kind: string, subject: string, body: string, atMs: number): Promise<void>;
}

export interface Store extends StoreReads {
  /** All of `work` or nothing; resolves when it is durable. Transactions run one after another. */
  transact<T>(work: (tx: StoreReads & StoreWrites) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
