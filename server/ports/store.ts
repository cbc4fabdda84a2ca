/** What a store promises: everything the world must not forget, written in transactions that survive kill -9. */
import type { Hash } from '#shared/base/hash.ts';
import type { Address, AttemptId, AutomatonId, ChallengeId, WorkId } from '#shared/base/ids.ts';
import type { FrontierRecord, JudgedAttempt, Laurel, LaurelState } from '#shared/records/attempt.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Challenge, ChallengeState, MachineRun } from '#shared/records/challenge.ts';
import type { FeedEntry, FeedHead } from '#shared/records/feed.ts';
import type { FeedLine } from '#shared/records/feed-line.ts';
import type { Step } from '#shared/records/lifecycle.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Rating } from '#shared/records/rating.ts';
import type { Report, Silence } from '#shared/records/report.ts';
import type { Placement, Work } from '#shared/records/work.ts';
import type { ProfileReads } from './profile-reads.ts';

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

/** Writes: only inside `transact`. */
export interface StoreWrites {
  putPerson(person: PersonRow): Promise<void>;
  /** Of one account only the newest dozen stays. */
  putSession(session: SessionRow): Promise<void>;
  /** Forgets sessions that ended before then. */
  dropSessions(beforeMs: number): Promise<void>;
  /** New or changed; of its machine runs, those beyond the ones already kept are appended. */
  putChallenge(challenge: Challenge): Promise<void>;
  /** A step of a challenge's life: where it stands now, and the line of the history that says why. */
  takeStep(step: Step): Promise<void>;
  sealWitness(id: ChallengeId, payload: Payload): Promise<void>;
  addMachineRun(id: ChallengeId, run: MachineRun): Promise<void>;
  putWork(work: Work): Promise<void>;
  placeWork(id: WorkId, placement: Placement | null): Promise<void>;
  hideWork(id: WorkId, hidden: boolean): Promise<void>;
  setWorkToken(id: WorkId, tokenId: string): Promise<void>;
  putAutomaton(automaton: Automaton): Promise<void>;
  setAutomatonToken(id: AutomatonId, tokenId: string, account: Address): Promise<void>;
  addAttempt(attempt: JudgedAttempt, canonical: string | null): Promise<void>;
  /** An attempt that was kept before is known by this form from now on. */
  setCanonical(id: AttemptId, canonical: string): Promise<void>;
  /** @param before index of the record that it stands before; the last where none is named */
  addRecord(record: FrontierRecord, before?: number): Promise<void>;
  /** It stays where it is and counts no longer. */
  invalidateRecord(challenge: ChallengeId, index: number, reason: string): Promise<void>;
  putLaurel(laurel: Laurel): Promise<void>;
  setLaurelState(tokenId: string, state: LaurelState, transaction: string | null): Promise<void>;
  /** A laurel stands on chain. False when there is none of that id and holder, or it was invalidated: then nothing changes. */
  mintLaurel(tokenId: string, holder: Address, transaction: string): Promise<boolean>;
  /** The chain is not the one that was written to: what stood there waits again, and laurels are provisional again. */
  forgetChain(): Promise<void>;
  /** An intent that is already there stays as it is. */
  addOutbox(entries: readonly OutboxEntry[]): Promise<void>;
  /** `dropped`: it is never to be sent, whatever becomes of the chain, and stays so even if it was on its way just then. */
  markOutbox(intent: string, state: 'sent' | 'done' | 'failed' | 'dropped', detail: string | null): Promise<void>;
  /** An entry that was dropped on its way stands on the chain all the same. False when the one of that subject was not. */
  standDropped(kind: OutboxEntry['kind'], subject: string): Promise<boolean>;
  /** Null forgets it. */
  setFact(key: string, value: string | null): Promise<void>;
  /** What a person says of learning from their solutions, from now on. */
  setConsent(address: Address, given: boolean): Promise<void>;
  /** The same again changes nothing. */
  addLesson(lesson: Lesson): Promise<void>;
  /** Forgets every lesson that an account had a part in. */
  dropLessons(address: Address): Promise<void>;
  /** The same again changes nothing: the first moment stands. */
  addCommitment(commitment: Omit<Commitment, 'opened'>): Promise<void>;
  openCommitment(of: Pick<Commitment, 'challenge' | 'address' | 'hash'>): Promise<void>;
  /** Forgets what was sealed before then. */
  dropCommitments(beforeMs: number): Promise<void>;
  addReport(report: Report): Promise<void>;
  /** False when there is no such open report. */
  closeReport(id: string): Promise<boolean>;
  /** Null gives the word back. */
  setSilence(address: Address, silence: Pick<Silence, 'untilMs' | 'reason'> | null): Promise<void>;
  putRating(subject: string, rating: KeptRating): Promise<void>;
  setNovelty(id: ChallengeId, novelty: number): Promise<void>;
  /** Appends to the record feed, which is never rewritten: an entry that does not follow the last one is refused. */
  appendFeed(entry: FeedEntry): Promise<void>;
  addPendingLaurel(pending: PendingLaurel): Promise<void>;
  dropPendingLaurel(tokenId: string): Promise<void>;
  /** A laurel that is not final goes to the holder of another record: its own gives none any more. */
  passLaurel(laurel: Laurel, to: Pick<FrontierRecord, 'holder' | 'index'>): Promise<void>;
  /** Appends to the history that is never rewritten. */
  addEvent(kind: string, subject: string, body: string, atMs: number): Promise<void>;
}

export type StoreTransaction = StoreReads & StoreWrites;

export interface Store extends StoreReads {
  /** All of `work` or nothing; resolves when it is durable. Transactions run one after another. */
  transact<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Transactions committed since it was opened: the same number, the same answers. */
  version(): number;
  close(): Promise<void>;
}
