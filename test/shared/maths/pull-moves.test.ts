import { expect, test } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { areAdjacent, areSame, type Chain, chainOf, firstCrossing, type Lattice } from '#shared/maths/lattice.ts';
import { applyPull, pull, pullsOf } from '#shared/maths/pull-moves.ts';

function allPulls(chain: Chain, lattice: Lattice): readonly Chain[] {
  return [...chain.keys()].flatMap((bead) => pullsOf(chain, bead, lattice).map((one) => applyPull(chain, one)));
}

/** A chain after `count` random pulls of a straight one. */
function tangled(beads: number, lattice: Lattice, count: number, rng: Rng): Chain {
  let chain: Chain = chainOf('R'.repeat(beads - 1));
  for (let left = count; left > 0; left--) chain = rng.pick(allPulls(chain, lattice));
  return chain;
}

function holds(chain: Chain): boolean {
  const linked = chain.every((place, bead) => bead === 0 || areAdjacent(place, chain[bead - 1] ?? place));
  return linked && firstCrossing(chain) === null;
}

const same = (one: Chain, other: Chain) => one.every((place, bead) => areSame(place, other[bead] ?? [9, 9, 9]));

test.each([
  ['square', 2],
  ['square', 3],
  ['square', 14],
  ['cubic', 4],
  ['cubic', 12],
] as const)(
  'on the %s lattice %d beads stay linked and apart under every pull, and each can be taken back',
  (lattice, beads) => {
    const rng = new Rng(`${lattice}${beads}`);
    for (let round = 0; round < 6; round++) {
      const chain = tangled(beads, lattice, 20, rng);
      for (const pulled of allPulls(chain, lattice)) {
        expect(holds(pulled)).toBe(true);
        expect(allPulls(pulled, lattice).some((back) => same(back, chain))).toBe(true);
      }
    }
  },
);

test('pulls reach every fold of a short chain', () => {
  const key = (chain: Chain) =>
    JSON.stringify(chain.map((place) => place.map((at, axis) => at - (chain[0]?.[axis] ?? 0))));
  const seen = new Map([[key(chainOf('RRRR')), chainOf('RRRR')]]);
  for (const chain of seen.values())
    for (const pulled of allPulls(chain, 'square')) if (!seen.has(key(pulled))) seen.set(key(pulled), pulled);
  // Self-avoiding walks of 4 steps on the square lattice.
  expect(seen.size).toBe(100);
});

test('a bead pulled to a place goes there with as few others as possible', () => {
  const chain = chainOf('RRRR');
  expect(pull(chain, 2, [2, 1, 0])).toBeNull();
  const lifted = pull(chain, 2, [1, 1, 0]);
  expect(lifted?.[2]).toEqual([1, 1, 0]);
  expect(lifted?.slice(0, 2)).toEqual(chain.slice(0, 2));
  expect(pull(chain, 4, [3, -1, 0])?.slice(0, 4)).toEqual(chain.slice(0, 4));
  expect(pull(chain, 4, [3, 0, 1])?.[4]).toEqual([3, 0, 1]);
  expect(pull(chain, 9, [3, 0, 1])).toBeNull();
});
