/** What a profile is told from: laurels with what they stand for, records with what they were set on. */
import type { Address } from '#shared/base/ids.ts';
import type { FrontierRecord, JudgedAttempt, Laurel } from '#shared/records/attempt.ts';
import type { Challenge } from '#shared/records/challenge.ts';

/** A laurel with what it was given for. */
export interface LaurelStory {
  readonly laurel: Laurel;
  readonly challengeTitle: string;
  /** The host took the challenge out of sight. */
  readonly isHidden: boolean;
  /** Null where it counts no longer. */
  readonly record: Pick<FrontierRecord, 'attempt' | 'value' | 'unit' | 'atMs'> | null;
}

/** A record with the challenge that it stands on. */
export interface HeldRecord {
  readonly record: FrontierRecord;
  readonly challenge: Pick<Challenge, 'title' | 'state'>;
}

/** An attempt with the challenge that it answers. */
export interface AttemptStory {
  readonly attempt: Pick<JudgedAttempt, 'id' | 'verdict' | 'receivedAtMs'>;
  readonly challenge: Pick<Challenge, 'id' | 'title' | 'state'>;
}

/** Each one question to the store, however much somebody holds. */
export interface ProfileReads {
  /** The newest first. */
  laurelStories(of: { readonly holder: Address; readonly limit: number }): Promise<LaurelStory[]>;
  /** Of all that an account tried, alone or in a party, the newest first. */
  attemptStories(of: { readonly member: Address; readonly limit: number }): Promise<AttemptStory[]>;
  /** Those that count, the newest first. Whoever holds one with others holds it. */
  heldRecords(of: { readonly holder: Address; readonly limit: number }): Promise<HeldRecord[]>;
}
