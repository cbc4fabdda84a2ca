/** What every skill is: one thing a DA can do, as a pure decision from what it sees. */
import type { AnyFamily } from '#content/families/family.ts';
import type { Generator } from '#content/generators/generator.ts';
import type { AnySolver } from '#content/solvers/solver.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { Intent } from '#shared/records/intent.ts';
import type { View } from '#shared/records/view.ts';

/** Nothing to do now, and why. */
export interface Rest {
  readonly kind: 'rest';
  readonly because: string;
}

/** Heavy work the scheduler runs in the pool for the automaton, before an intent can be made of it. */
export interface Errand {
  readonly kind: 'errand';
  readonly because: string;
  readonly job: 'generate' | 'solve';
  /** Input of the job; the job's parser checks it. */
  readonly input: CanonicalValue;
}

/** Hand in this intent now. */
export interface Act {
  readonly kind: 'act';
  readonly because: string;
  readonly intent: Intent;
}

export type Decision = Rest | Errand | Act;

/** What the world's catalogue offers, handed to the skills so that they need not know the catalogue. */
export interface Crafts {
  readonly families: readonly AnyFamily[];
  readonly generators: readonly Generator[];
  readonly solvers: readonly AnySolver[];
}

/** One thing a DA can do. `decide` is pure: same view, seed and crafts, same decision. */
export interface Skill {
  readonly id: string;
  readonly title: string;
  /** How much this automaton wants to do it now, 0 … 1; the scheduler picks by it. */
  appeal(view: View): number;
  decide(view: View, rng: Rng, crafts: Crafts): Promise<Decision>;
  /** Turns the result of an errand into an intent, or rests. */
  conclude(view: View, errand: Errand, result: CanonicalValue, rng: Rng, crafts: Crafts): Promise<Act | Rest>;
}
