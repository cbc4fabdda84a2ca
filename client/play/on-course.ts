/** What the page does with a visitor on a course, whether they play alone or together. */
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { AttemptPhase } from './attempt.ts';
import type { RunnerPose } from './runner.ts';

/** Another character on the course; `name` and `look` are those of whoever moves it, absent for one's own. */
export interface Companion extends RunnerPose {
  readonly name?: string;
  readonly look?: number;
}

/** One visit to one course. */
export interface OnCourse {
  readonly card: ChallengeCard;
  readonly phase: AttemptPhase;
  readonly pose: RunnerPose;
  readonly companions: readonly Companion[];
  /** Plays the time that went by since the last call. */
  play(nowMs: number): void;
  /** True once the end of the run was shown long enough that a key is meant for it. */
  isRead(nowMs: number): boolean;
  /** Sets the picture up. */
  draw(): void;
  /** Writes the clock and the checkpoints to the page; called at most ten times a second. */
  show(): void;
  restart(): void;
  /** The next of one's own characters is moved from now on. */
  switchOver(): void;
  leave(): void;
  /** Asks whether the chain has the laurel of this run by now. */
  checkLaurel(): Promise<void>;
}
