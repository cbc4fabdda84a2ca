/** How many contacts a sequence can have at most: by parity of the chain, and by how tightly cells can touch. */
import type { Limit } from '#content/families/family.ts';
import type { Lattice } from '#shared/maths/lattice.ts';

const PARITY =
  'Only beads an odd number of steps apart along the chain can touch, and a bead inside the chain has two neighbours of ' +
  'the lattice less (Hart and Istrail 1996).';
const TOUCHING = {
  square: 'No set of so many H cells of the square lattice touches more often (Harary and Harborth 1976).',
  cubic: 'No set of so many H cells of the cubic lattice touches more often (Alonso and Cerf 1996).',
} as const;

/** The smaller of two bounds, for a parsed instance. */
export function foldLimit({ sequence, lattice }: { readonly sequence: string; readonly lattice: Lattice }): Limit {
  const parity = Math.min(room(sequence, lattice, 0), room(sequence, lattice, 1));
  const count = sequence.split('H').length - 1;
  const touching = mostTouching(count, lattice) - (sequence.match(/H(?=H)/g)?.length ?? 0);
  return parity <= touching ? { value: parity, source: PARITY } : { value: touching, source: TOUCHING[lattice] };
}

/** Contacts that the H beads at even (0) or odd (1) places of the chain have room for. */
function room(sequence: string, lattice: Lattice, parity: number): number {
  const inside = lattice === 'square' ? 2 : 4;
  let total = 0;
  for (let bead = parity; bead < sequence.length; bead += 2)
    if (sequence[bead] === 'H') total += bead === 0 || bead === sequence.length - 1 ? inside + 1 : inside;
  return total;
}

/** The most pairs of touching cells among `count` cells. */
function mostTouching(count: number, lattice: Lattice): number {
  if (count === 0) return 0;
  if (lattice === 'square') return 2 * count - Math.ceil(2 * Math.sqrt(count));
  let [a, b, c] = [1, 1, 1];
  // Grow the shortest edge while the box is no larger than the set: the largest nearly cubic box.
  for (;;) {
    const [x, y, z] = a < b ? [a + 1, b, c] : b < c ? [a, b + 1, c] : [a, b, c + 1];
    if (x * y * z > count) break;
    [a, b, c] = [x, y, z];
  }
  const rest = count - a * b * c;
  const box = 3 * a * b * c - a * b - b * c - c * a;
  return box + rest + (rest === 0 ? 0 : mostTouching(rest, 'square'));
}
