/** What every machine solver is: a generator that yields after each step, so that the pool can meter its CPU. */
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { Payload } from '#shared/records/payload.ts';

/** What a solver says between two steps. */
export interface SolveStep {
  /** 0 … 1 in the family's own measure of closeness. */
  readonly progress: number;
  /** A payload that the solver believes to hold, as soon as it has one; later ones are better. */
  readonly found: Payload | null;
}

/** A way in which machines attempt a family. Same instance, same seed, same number of steps: same payload. */
export interface Solver<I extends CanonicalValue> {
  readonly id: string;
  /** Raised whenever its behaviour changes; a release triggers the re-check of the frontier. */
  readonly release: number;
  readonly family: string;
  /** Loads engines, then returns the run. A step is a few milliseconds; the run ends when nothing is left to try. */
  start(instance: I, rng: Rng): Promise<SolveRun>;
}

/** A solver whose instance type is known only to itself. */
export interface AnySolver extends Omit<Solver<CanonicalValue>, 'start'> {
  start(instance: CanonicalValue, rng: Rng): Promise<SolveRun>;
}

/** A run under way: `next()` does one step; `best()` is the best try so far, solved or not; `close()` frees engines. */
export interface SolveRun {
  next(): SolveStep | null;
  best(): Payload | null;
  close(): void;
}
