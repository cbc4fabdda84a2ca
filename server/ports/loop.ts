/** What flows hand from stage to stage, and what the stages need: the loop as types. */
import type { AttemptId, ChallengeId } from '#shared/base/ids.ts';
import type { Actor } from '#shared/records/actor.ts';
import type { CreditClass, FrontierRecord, JudgedAttempt, Laurel } from '#shared/records/attempt.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { HandedIn, Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { Work } from '#shared/records/work.ts';
import type { ChainCalls, VerdictSigner } from './chain.ts';
import type { AttemptOutcome } from './door.ts';
import type { Judge, Pool } from './pool.ts';
import type { Store } from './store.ts';
import type { Commitment } from './store-rows.ts';

/** How hard machines try before a challenge reaches people. */
export interface Ladder {
  /** CPU seconds a seed may use, step by step: the next step only when all seeds of this one failed. */
  readonly budgetsCpuSeconds: readonly number[];
  readonly seeds: number;
}

/** The flow of each kind of intent; each throws a DimensionError for what it refuses. */
export interface Flows {
  readonly challenge: (proposal: Proposal<'challenge'>) => Promise<Accepted>;
  readonly work: (proposal: Proposal<'work'>) => Promise<Accepted>;
  readonly commit: (proposal: Proposal<'commit'>) => Promise<Accepted>;
  readonly consent: (proposal: Proposal<'consent'>) => Promise<Accepted>;
  readonly freeze: (proposal: Proposal<'freeze'>) => Promise<Accepted>;
  readonly moderate: (proposal: Proposal<'moderate'>) => Promise<Accepted>;
  readonly silence: (proposal: Proposal<'silence'>) => Promise<Accepted>;
  readonly 'close-report': (proposal: Proposal<'close-report'>) => Promise<Accepted>;
  readonly attempt: (handedIn: HandedIn) => Promise<AttemptOutcome>;
  readonly gaveUp: (session: {
    readonly actor: Actor;
    readonly challenge: ChallengeId;
    readonly atMs: number;
  }) => Promise<void>;
}

/** Each stage takes the few of these that it uses, as its last argument. */
export interface StageNeeds {
  readonly store: Store;
  readonly pool: Pool;
  readonly judge: Judge;
  readonly calls: ChainCalls;
  readonly signer: VerdictSigner;
  /** How long a laurel may be questioned before it is final, ms. */
  readonly windowMs: number;
}

/** A challenge on its way in, with the sealed payload that is to prove that it can be done. */
export interface ChallengeDraft {
  readonly proposal: Proposal<'challenge'>;
  readonly challenge: Challenge;
  readonly clear: Payload | null;
}

/** A work on its way in, without a place. */
export interface WorkDraft {
  readonly proposal: Proposal<'work'>;
  readonly work: Work;
  readonly medium: 'mesh' | 'picture';
}

/** A solver that fits the family of a challenge. */
export interface SolverCard {
  readonly id: string;
  readonly release: number;
}

/** One machine run that is owed. */
interface OwedRun {
  readonly solver: string;
  readonly seed: string;
  readonly budgetCpuSeconds: number;
}

/** `done`: machines are through with the ladder, or what they did already decides. */
export type LadderState =
  | { readonly kind: 'owes'; readonly run: OwedRun }
  | { readonly kind: 'done'; readonly share: number; readonly atAll: boolean };

/** How hard machines try again what people hold. */
export interface RecheckPlan {
  /** Which re-check it is, from 1: its seeds are its own. */
  readonly pass: number;
  readonly budgetsCpuSeconds: readonly number[];
  readonly seeds: number;
}

/** `closed`: this share of one solver's seeds did it. */
export type RecheckState =
  | { readonly kind: 'owes'; readonly run: OwedRun }
  | { readonly kind: 'closed'; readonly share: number }
  | { readonly kind: 'open' };

/** How much of a published certificate stands in what was handed in. */
export interface Kin {
  readonly attempt: AttemptId;
  /** 0 … 1. */
  readonly share: number;
}

/** An attempt, what it was made for, and what it is compared by when it holds. */
export interface VerifiedAttempt {
  readonly challenge: Challenge;
  readonly attempt: JudgedAttempt;
  readonly canonical: string | null;
  readonly basin: string | null;
  readonly kin: readonly Kin[];
  /** The seal that it opens; null when it was handed in open. */
  readonly seal: Commitment | null;
}

/** A value to beat, and whose it is. */
export interface Bar {
  readonly value: number | string;
  readonly holderName: string;
}

/** What an advance is credited for. */
export interface Credit {
  readonly creditClass: CreditClass;
  readonly parent: AttemptId | null;
}

/**
 * What an attempt is worth. `frontier`: a record with a laurel. `training`: a record without one. `machine`: a machine's
 * record where people go on. `polish`: better digits of the idea that stands, credited to the machine. `earlier`: sealed
 * before the record `previous` was handed in and as good, so that its laurel passes over; it stands before that record
 * unless it is `last`. `closes`: a machine did what people held open, so the challenge becomes training; a record only
 * when it is `better` than the last one. `closed`: it takes no attempts any more, so nothing is decided. All others
 * leave the records as they are.
 */
export type Worth =
  | { readonly kind: 'fails' | 'own' | 'witness' | 'tool' | 'closed' }
  | { readonly kind: 'known'; readonly by: string }
  | { readonly kind: 'behind'; readonly bar: Bar }
  | ({ readonly kind: 'closes'; readonly better: boolean; readonly previous: FrontierRecord | null } & Credit)
  | { readonly kind: 'polish'; readonly previous: FrontierRecord }
  | ({
      readonly kind: 'earlier';
      readonly previous: FrontierRecord;
      readonly laurel: Laurel;
      readonly last: boolean;
    } & Credit)
  | ({ readonly kind: 'frontier' | 'training' | 'machine'; readonly previous: FrontierRecord | null } & Credit);

/** What was written of an attempt. */
export interface SettledAttempt {
  readonly verified: VerifiedAttempt;
  readonly worth: Worth;
  readonly record: FrontierRecord | null;
  /** What it gave, in the order of the holders; empty when it gave nothing. */
  readonly laurels: readonly Laurel[];
}
