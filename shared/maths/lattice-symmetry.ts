/** The symmetries of the square (8) and the cubic lattice (48), acting on strings of moves. */
import { type Lattice, LETTERS } from './lattice.ts';

/** A symmetry as the letters that R, L, U, D, F and B become, in this order. */
export type Symmetry = string;

/** All of them; on the square lattice F and B stay. */
export function symmetriesOf(lattice: Lattice): readonly Symmetry[] {
  const axes = lattice === 'square' ? 2 : 3;
  return orders(axes).flatMap((order) =>
    Array.from({ length: 2 ** axes }, (_, signs) => {
      const pairs = order.map((axis, from) => {
        const pair = LETTERS.cubic.slice(2 * axis, 2 * axis + 2);
        return (signs >> from) & 1 ? pair.charAt(1) + pair.charAt(0) : pair;
      });
      return pairs.join('') + LETTERS.cubic.slice(2 * axes);
    }),
  );
}

/** The moves as a symmetry shows them. */
export function transform(moves: string, symmetry: Symmetry): string {
  let image = '';
  for (const letter of moves) image += symmetry.charAt(LETTERS.cubic.indexOf(letter));
  return image;
}

/**
 * The one form of all images of `moves` under the lattice's symmetries: the first move is R, the first off its line U,
 * the first out of their plane F.
 */
export function standardMoves(moves: string): string {
  /** For each axis the letters that its two directions become; empty until the chain first goes along it. */
  const names = ['', '', ''];
  let named = 0;
  let form = '';
  for (const letter of moves) {
    const index = LETTERS.cubic.indexOf(letter);
    const axis = index >> 1;
    const backward = index & 1;
    if (names[axis] === '') {
      const pair = LETTERS.cubic.slice(2 * named, 2 * named + 2);
      names[axis] = backward === 1 ? pair.charAt(1) + pair.charAt(0) : pair;
      named++;
    }
    form += (names[axis] ?? '').charAt(backward);
  }
  return form;
}

/** The moves of the same chain from its other end, up to a symmetry: the inversion of all of space. */
export function reversedMoves(moves: string): string {
  return [...moves].reverse().join('');
}

/** All orders of the axes 0 … count − 1. */
function orders(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return orders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count - 1, ...order.slice(at)]),
  );
}
