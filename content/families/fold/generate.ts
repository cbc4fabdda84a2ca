/** Makes a new sequence from a hidden fold: a random path that fills a block, its inner beads made H. */
import type { Generated } from '#content/families/family.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Rng } from '#shared/base/rng.ts';
import { areAdjacent, type Chain, movesOf, type Place } from '#shared/maths/lattice.ts';
import { contactsOf } from './contacts.ts';
import type { FoldInstance } from './instance.ts';

/** Blocks of the square lattice by difficulty; the first ones have none of the cubic lattice beside them. */
const PLANE: readonly Place[] = [
  [4, 3, 1],
  [4, 4, 1],
  [5, 4, 1],
  [6, 5, 1],
  [6, 6, 1],
  [8, 7, 1],
  [9, 8, 1],
  [10, 8, 1],
  [10, 9, 1],
  [10, 10, 1],
];
const SPACE: readonly Place[] = [
  [3, 3, 3],
  [4, 3, 3],
  [4, 4, 3],
  [4, 4, 4],
  [5, 4, 4],
  [5, 5, 4],
  [5, 5, 5],
];
/** Beads cut off the path's end, at most. */
const MOST_CUT = 3;
/** Turns of the path per bead: enough to forget the rows it began with. */
const STIRS = 12;
/** Share of H beads. */
const SHARE = { least: 0.36, most: 0.52 } as const;
/** How far from a clean core H beads may lie, in half steps of the lattice. */
const FRAY = 2.5;

/** A hidden fold shows at least this many contacts, or another is drawn. */
const LEAST_CONTACTS = 3;
const TRIES = 64;

/**
 * A sequence for `difficulty` 0 (12 beads in the plane) … 1 (up to 125 in space). The hidden fold is the witness: its
 * contacts are possible, and more may be.
 * @throws DimensionError `fold.generate` when no path gave a fold with contacts (not seen in 1,000 seeds)
 */
export function generateFold(rng: Rng, difficulty: number): Generated<FoldInstance> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const drawn = draw(rng.fork(attempt), Math.min(1, Math.max(0, difficulty)));
    if (drawn !== null) return drawn;
  }
  throw new DimensionError('fold.generate', 'No fold could be hidden from this seed.', { tries: TRIES });
}

function draw(rng: Rng, difficulty: number): Generated<FoldInstance> | null {
  const rung = Math.round(difficulty * (PLANE.length - 1));
  const blocks = [PLANE[rung], SPACE[rung - (PLANE.length - SPACE.length)]].filter((block) => block !== undefined);
  const block = rng.pick(blocks);
  const chain = stirred(rows(block), block, rng).slice(rng.int(0, MOST_CUT));
  const sequence = coloured(chain, block, rng);
  if (contactsOf(sequence, chain).length < LEAST_CONTACTS) return null;
  const lattice = block[2] === 1 ? 'square' : 'cubic';
  return { instance: { sequence, lattice }, witness: { kind: 'moves', moves: movesOf(chain) } };
}

/** The block's places in rows to and fro, floor by floor: a path through all of them. */
function rows([wide, deep, high]: Place): Chain {
  const sweep = (line: number, at: number, length: number) => (line % 2 === 0 ? at : length - 1 - at);
  return Array.from({ length: wide * deep * high }, (_, index): Place => {
    const line = Math.floor(index / wide);
    const floor = Math.floor(line / deep);
    return [sweep(line, index % wide, wide), sweep(floor, line % deep, deep), floor];
  });
}

/**
 * Backbites: the end reaches for a place beside it that the path has, and the path between turns round. It still fills the
 * block.
 * @see Mansfield, Journal of Chemical Physics 77 (1982); Oberdorf et al., Physical Review E 74 (2006)
 */
function stirred(path: Chain, [wide, deep, high]: Place, rng: Rng): Chain {
  let chain = [...path];
  for (let left = STIRS * wide * deep * high; left > 0; left--) {
    if (rng.chance(0.5)) chain.reverse();
    const end = chain[chain.length - 1];
    if (end === undefined) break;
    const beside = [...chain.keys()].filter((at) => {
      const place = chain[at];
      return place !== undefined && at < chain.length - 2 && areAdjacent(place, end);
    });
    if (beside.length === 0) continue;
    const cut = rng.pick(beside) + 1;
    chain = [...chain.slice(0, cut), ...chain.slice(cut).reverse()];
  }
  return chain;
}

/** The places nearest the block's middle, in cubes around it, become H, with some chance at the edge. */
function coloured(chain: Chain, block: Place, rng: Rng): string {
  const far = (place: Place) => Math.max(...place.map((at, axis) => Math.abs(2 * at + 1 - (block[axis] ?? 1))));
  const fars = chain.map((place) => far(place) + rng.between(0, FRAY));
  const count = Math.round(chain.length * rng.between(SHARE.least, SHARE.most));
  const order = [...chain.keys()].sort((a, b) => (fars[a] ?? 0) - (fars[b] ?? 0) || a - b);
  const inner = new Set(order.slice(0, count));
  return chain.map((_, bead) => (inner.has(bead) ? 'H' : 'P')).join('');
}
