/** Chains on the square and the cubic lattice: places as whole numbers, moves as letters, symmetries of both. */

export type Lattice = 'square' | 'cubic';

/** A place of the lattice; on the square one z is 0. */
export type Place = readonly [x: number, y: number, z: number];

/** Places bead by bead, neighbours one step apart. */
export type Chain = readonly Place[];

/** The moves of each lattice as letters: R +x, L −x, U +y, D −y, F +z, B −z. */
export const LETTERS: Readonly<Record<Lattice, string>> = { square: 'RLUD', cubic: 'RLUDFB' };

/** The step of each letter, in the order of {@link LETTERS}. */
export const STEPS: readonly Place[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
];

/** The place one step on, by the letter's number in {@link LETTERS}; the same place for a number that has no letter. */
export function stepFrom([x, y, z]: Place, letter: number): Place {
  const [dx, dy, dz] = STEPS[letter] ?? [0, 0, 0];
  return [x + dx, y + dy, z + dz];
}

/** True when two places are one step apart. */
export function areAdjacent(a: Place, b: Place): boolean {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) === 1;
}

/** True when two places are one. */
export function areSame(a: Place, b: Place): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/** A number of its own for every place within 500 steps of the origin. */
export function placeKey([x, y, z]: Place): number {
  return x + 500 + 1_001 * (y + 500 + 1_001 * (z + 500));
}

/** The chain that a string of moves draws from the origin; it may cross itself. */
export function chainOf(moves: string): Chain {
  const chain: Place[] = [[0, 0, 0]];
  let here: Place = [0, 0, 0];
  for (const letter of moves) {
    here = stepFrom(here, LETTERS.cubic.indexOf(letter));
    chain.push(here);
  }
  return chain;
}

/** The moves of a chain whose neighbours are one step apart, wherever it stands. */
export function movesOf(chain: Chain): string {
  let moves = '';
  for (const [at, place] of chain.entries()) {
    const next = chain[at + 1];
    if (next === undefined) break;
    moves += LETTERS.cubic.charAt(STEPS.findIndex((_, letter) => areSame(stepFrom(place, letter), next)));
  }
  return moves;
}

/** The first two beads that stand on one place; null for a chain that avoids itself. */
export function firstCrossing(chain: Chain): readonly [earlier: number, later: number] | null {
  const seen = new Map<number, number>();
  for (const [later, place] of chain.entries()) {
    const key = placeKey(place);
    const earlier = seen.get(key);
    if (earlier !== undefined) return [earlier, later];
    seen.set(key, later);
  }
  return null;
}
