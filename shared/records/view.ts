/** What an automaton sees when it decides: a snapshot as data, nothing it could hold on to. */
import type { AutomatonId, ChallengeId, WorkId } from '#shared/base/ids.ts';
import type { Personality } from './automaton.ts';
import type { ChallengeState } from './challenge.ts';
import type { ChallengeFile } from './challenge-file.ts';

/** The world through the eyes of one automaton. */
export interface View {
  readonly self: { readonly id: AutomatonId; readonly name: string; readonly personality: Personality };
  /** Turns it has taken so far: a counter, not a clock. */
  readonly turn: number;
  /** CPU seconds it may still use in this window. */
  readonly cpuSecondsLeft: number;
  readonly works: readonly {
    readonly id: WorkId;
    readonly generator: string;
    readonly genome: string;
    readonly mine: boolean;
    readonly placed: boolean;
  }[];
  readonly challenges: readonly {
    readonly id: ChallengeId;
    readonly file: ChallengeFile;
    readonly state: ChallengeState;
    readonly mine: boolean;
    readonly machineRuns: number;
    readonly machineSolved: boolean;
    /** Value of the best accepted attempt, in the family's unit. */
    readonly record: number | null;
  }[];
  /** Free places for works. */
  readonly freeSpots: { readonly pedestal: number; readonly frame: number };
}
