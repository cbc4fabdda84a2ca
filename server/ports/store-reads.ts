/** What a store can be asked. */
import type { Hash } from '#shared/base/hash.ts';
import type { Address, AttemptId, ChallengeId, WorkId } from '#shared/base/ids.ts';
import type { FrontierRecord, JudgedAttempt, Laurel } from '#shared/records/attempt.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Challenge, ChallengeState } from '#shared/records/challenge.ts';
import type { FeedEntry, FeedHead } from '#shared/records/feed.ts';
import type { FeedLine } from '#shared/records/feed-line.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Report, Silence } from '#shared/records/report.ts';
import type { Work } from '#shared/records/work.ts';
import type { ProfileReads } from './profile-reads.ts';
import type {
  Commitment,
  EventRow,
  KeptRating,
  Lesson,
  OutboxEntry,
  PendingLaurel,
  PersonRow,
  SessionRow,
  Supply,
} from './store-rows.ts';

/** Reads: always the last committed state, or this transaction's own. */
export interface StoreReads extends ProfileReads {
  person(address: Address): Promise<PersonRow | null>;
  challenge(id: ChallengeId): Promise<Challenge | null>;
  session(tokenHash: Hash): Promise<SessionRow | null>;
  /** The sealed payload that proves the challenge can be done; never leaves the server. */
  witness(id: ChallengeId): Promise<Payload | null>;
  /** Newest first. */
  challenges(filter: { readonly states?: readonly ChallengeState[]; readonly limit: number }): Promise<Challenge[]>;
  work(id: WorkId): Promise<Work | null>;
  works(filter: { readonly placed?: boolean; readonly maker?: Address; readonly limit: number }): Promise<Work[]>;
  /** How many that are not hidden somebody made. */
  workCount(maker: Address): Promise<number>;
  automata(): Promise<Automaton[]>;
  attempt(id: AttemptId): Promise<JudgedAttempt | null>;
  /** Of whoever handed them in (`address`), or of everybody who made them together (`member`). */
  attemptCount(filter: {
    readonly challenge?: ChallengeId;
    readonly address?: Address;
    readonly member?: Address;
  }): Promise<number>;
  /** Of all that an account did on a challenge, alone or in a party, the best that holds; of two alike the earlier. */
  bestAttempt(of: {
    readonly challenge: ChallengeId;
    readonly address: Address;
    readonly better: 'lower' | 'higher';
  }): Promise<AttemptId | null>;
  /** Whether a person ever had a result that was verified, alone or in a party. */
  hasResult(address: Address): Promise<boolean>;
  /** When the last attempt came, ms; null before the first. */
  lastAttemptAtMs(challenge: ChallengeId): Promise<number | null>;
  /** By canonical form: has this very solution been accepted before? One whose record was taken back was not. */
  attemptByCanonical(challenge: ChallengeId, canonical: string): Promise<AttemptId | null>;
  /**
   * Those that count, in the order in which they stand, the best last; of all challenges newest first when none is
   * named.
   */
  records(filter: { readonly challenge?: ChallengeId; readonly limit: number }): Promise<FrontierRecord[]>;
  /** How many a challenge ever had: the index of its next one. */
  recordCount(challenge: ChallengeId): Promise<number>;
  laurel(tokenId: string): Promise<Laurel | null>;
  laurels(filter: { readonly holder?: Address; readonly limit: number }): Promise<Laurel[]>;
  /** Waiting entries, laurels first, then in order of writing. What was `sent` but not `done` waits again after a restart. */
  outbox(limit: number): Promise<OutboxEntry[]>;
  /** Of these subjects, those whose entry of that kind stands on chain. */
  standing(kind: OutboxEntry['kind'], subjects: readonly string[]): Promise<ReadonlySet<string>>;
  outboxCounts(): Promise<{ readonly waiting: number; readonly failed: number }>;
  /** What a person said of learning from their solutions; null before they were asked. */
  consent(address: Address): Promise<boolean | null>;
  /** Every attempt of an account, alone or in a party, that became a record that counts, in order of arrival. */
  attemptsWithRecord(address: Address): Promise<JudgedAttempt[]>;
  lessons(filter: { readonly challenge?: ChallengeId; readonly limit: number }): Promise<Lesson[]>;
  /** Newest first. */
  events(filter: { readonly subject?: string; readonly limit: number }): Promise<EventRow[]>;
  /** Newest first. */
  eventsOfKind(kind: string, limit: number): Promise<EventRow[]>;
  /** When the history first speaks of somebody or something, ms; null while it does not. */
  firstEventAtMs(subject: string): Promise<number | null>;
  commitment(of: Pick<Commitment, 'challenge' | 'address' | 'hash'>): Promise<Commitment | null>;
  /** Sealed and not opened. */
  commitmentCount(of: Pick<Commitment, 'challenge' | 'address'>): Promise<number>;
  /** Null before the first session. */
  rating(subject: string): Promise<KeptRating | null>;
  /** How unlike all others the challenge was at its opening, 0 … 1; null before. */
  novelty(id: ChallengeId): Promise<number | null>;
  /** The last entry of the record feed; null while nothing was recorded. */
  feedHead(): Promise<FeedHead | null>;
  /** Whole entries from `from` on, in order: as many as there are, or as fit into the characters, but at least one. */
  feed(filter: { readonly from: number; readonly limit: number; readonly characters: number }): Promise<FeedEntry[]>;
  /** Entries without certificates from `from` on, in order; of one challenge when one is named. */
  feedLines(filter: {
    readonly challenge?: ChallengeId;
    readonly from: number;
    readonly limit: number;
  }): Promise<FeedLine[]>;
  /** The one that is due first comes first. */
  pendingLaurels(limit: number): Promise<PendingLaurel[]>;
  /** Those that the host has not closed, newest first. */
  reports(limit: number): Promise<Report[]>;
  /** Null for who was never silenced, or may speak again; one that has run out may still be there. */
  silence(address: Address): Promise<Silence | null>;
  /** The longest first. */
  silences(limit: number): Promise<Silence[]>;
  /** Counted from the history. */
  supply(): Promise<Supply>;
  /** Small facts by key: cursors, one-time words. */
  fact(key: string): Promise<string | null>;
}
