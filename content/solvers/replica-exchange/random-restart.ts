/** The plain baseline for folds: chains grown at random, the best kept; what every cleverer search must beat. */
import { contactsOf } from '#content/families/fold/contacts.ts';
import type { FoldInstance } from '#content/families/fold/instance.ts';
import { foldLimit } from '#content/families/fold/limit.ts';
import type { SolveRun } from '#content/solvers/solver.ts';
import type { Rng } from '#shared/base/rng.ts';
import { type Chain, type Lattice, LETTERS, movesOf, type Place, placeKey, stepFrom } from '#shared/maths/lattice.ts';
import type { Payload } from '#shared/records/payload.ts';

/** Chains grown in one step. */
const GROWTHS = 20;

/** Random restart on a fold, for the bench's comparison: it is no member of the catalogue. */
export function randomRestartFold({ sequence, lattice }: FoldInstance, rng: Rng): SolveRun {
  const limit = foldLimit({ sequence, lattice }).value;
  let best: Payload | null = null;
  let most = -1;
  return {
    next: () => {
      if (most >= limit) return null;
      let found: Payload | null = null;
      for (let left = GROWTHS; left > 0; left--) {
        const chain = grow(sequence.length, lattice, rng);
        const contacts = chain === null ? -1 : contactsOf(sequence, chain).length;
        if (chain === null || contacts <= most) continue;
        most = contacts;
        found = { kind: 'moves', moves: movesOf(chain) };
        best = found;
      }
      return { progress: Math.max(0, most) / limit, found };
    },
    best: () => best,
    close: () => undefined,
  };
}

/** A chain grown place by place into free neighbours; null when it walked into a dead end. */
function grow(beads: number, lattice: Lattice, rng: Rng): Chain | null {
  let here: Place = [0, 0, 0];
  const chain = [here];
  const taken = new Set([placeKey(here)]);
  while (chain.length < beads) {
    const from = here;
    const free = [...LETTERS[lattice]]
      .map((_, letter) => stepFrom(from, letter))
      .filter((place) => !taken.has(placeKey(place)));
    if (free.length === 0) return null;
    here = rng.pick(free);
    chain.push(here);
    taken.add(placeKey(here));
  }
  return chain;
}
