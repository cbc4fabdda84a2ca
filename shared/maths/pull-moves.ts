/** Pull moves: one bead of a lattice chain is pulled aside and the rest follows only as far as it must. */
import { areAdjacent, areSame, type Chain, type Lattice, LETTERS, type Place, placeKey, stepFrom } from './lattice.ts';

/**
 * One pull: the bead goes to `to`, the next one on `side` (+1 towards the chain's last bead, −1 towards its first) to
 * `via`, and those behind it two places on along the old chain until the chain holds again.
 */
export interface Pull {
  readonly bead: number;
  readonly side: 1 | -1;
  readonly to: Place;
  /** Null where no bead is on that side. */
  readonly via: Place | null;
}

/**
 * Every pull of one bead of a chain that avoids itself. Each leads to another such chain, and a pull of some bead leads
 * back: end pulls that could not be taken back (Györffy, Závodszky and Szilágyi 2012) are left out.
 * @see Lesh, Mitzenmacher and Whitesides, "A complete and effective move set for simplified protein folding", RECOMB 2003
 */
export function pullsOf(chain: Chain, bead: number, lattice: Lattice): readonly Pull[] {
  const taken = new Set(chain.map(placeKey));
  const isFree = (place: Place) => !taken.has(placeKey(place));
  return [...pullsTowards(chain, bead, -1, lattice, isFree), ...pullsTowards(chain, bead, 1, lattice, isFree)];
}

/** The chain after one of its pulls. */
export function applyPull(chain: Chain, { bead, side, to, via }: Pull): Chain {
  const pulled = [...chain];
  pulled[bead] = to;
  if (via === null) return pulled;
  pulled[bead + side] = via;
  let last = via;
  for (let at = bead + 2 * side; at >= 0 && at < chain.length; at += side) {
    const here = chain[at];
    const next = chain[at - 2 * side];
    if (here === undefined || next === undefined || areAdjacent(here, last)) break;
    pulled[at] = next;
    last = next;
  }
  return pulled;
}

/**
 * The chain after the bead `index` was pulled to `to`, in the way that moves the fewest beads; null when no pull of that
 * bead goes there.
 */
export function pull(chain: Chain, index: number, to: Place): Chain | null {
  const lattice = [...chain, to].every(([, , z]) => z === to[2]) ? 'square' : 'cubic';
  let best: Chain | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of pullsOf(chain, index, lattice)) {
    if (!areSame(candidate.to, to)) continue;
    const pulled = applyPull(chain, candidate);
    const moved = pulled.filter((place, bead) => place !== chain[bead]).length;
    if (moved < fewest) [best, fewest] = [pulled, moved];
  }
  return best;
}

/** Pulls in which the beads on `side` follow and those on the other side stay. */
function pullsTowards(
  chain: Chain,
  bead: number,
  side: 1 | -1,
  lattice: Lattice,
  isFree: (place: Place) => boolean,
): readonly Pull[] {
  const here = chain[bead];
  const anchor = chain[bead - side];
  const follower = chain[bead + side];
  if (here === undefined) return [];
  const around = (place: Place) => [...LETTERS[lattice]].map((_, letter) => stepFrom(place, letter));
  // The end bead alone: anywhere beside its one neighbour.
  if (anchor !== undefined && follower === undefined)
    return around(anchor)
      .filter(isFree)
      .map((to) => ({ bead, side, to, via: null }));
  if (follower === undefined) return [];
  // The end bead goes ahead by two free places and the chain follows.
  if (anchor === undefined)
    return around(here)
      .filter(isFree)
      .flatMap((via) =>
        around(via)
          .filter((to) => isFree(to) && !areAdjacent(to, follower))
          .map((to) => ({ bead, side, to, via })),
      );
  // A bead inside goes to the far corner of a square whose other corner is free, or is the follower's already.
  return around(anchor).flatMap((to) => {
    const via: Place = [to[0] + here[0] - anchor[0], to[1] + here[1] - anchor[1], to[2] + here[2] - anchor[2]];
    const opens = isFree(to) && (isFree(via) || areSame(via, follower));
    return opens ? [{ bead, side, to, via }] : [];
  });
}
