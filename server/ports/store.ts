/** What a store promises: everything the world must not forget, written in transactions that survive kill -9. */
import type { Address, AttemptId, AutomatonId, ChallengeId, WorkId } from '#shared/base/ids.ts';
import type { FrontierRecord, JudgedAttempt, Laurel, LaurelState } from '#shared/records/attempt.ts';
import type { Automaton } from '#shared/records/automaton.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import type { FeedEntry } from '#shared/records/feed.ts';
import type { Step } from '#shared/records/lifecycle.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Report, Silence } from '#shared/records/report.ts';
import type { Placement, Work } from '#shared/records/work.ts';
import type { StoreReads } from './store-reads.ts';
import type {
  Commitment,
  KeptRating,
  Lesson,
  OutboxEntry,
  PendingLaurel,
  PersonRow,
  SessionRow,
} from './store-rows.ts';

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

/** What one transaction sees and does. */
export type StoreTransaction = StoreReads & StoreWrites;

/** Reads, and transactions. */
export interface Store extends StoreReads {
  /** All of `work` or nothing; resolves when it is durable. Transactions run one after another. */
  transact<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Transactions committed since it was opened: the same number, the same answers. */
  version(): number;
  close(): Promise<void>;
}
