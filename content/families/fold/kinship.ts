/** How much of one fold stands in another: the longest part of the chain that both bend alike. */
import { reversedMoves, symmetriesOf, transform } from '#shared/maths/lattice-symmetry.ts';
import { type FoldInstance, isPalindrome } from './instance.ts';

/** The longest run of the same moves at the same beads, up to a symmetry of the lattice, as a share of all moves: 0 … 1. */
export function foldKinship({ sequence, lattice }: FoldInstance, moves: string, known: string): number {
  const others = isPalindrome(sequence) ? [known, reversedMoves(known)] : [known];
  let longest = 0;
  for (const symmetry of symmetriesOf(lattice))
    for (const other of others) longest = Math.max(longest, longestShared(moves, transform(other, symmetry)));
  return longest / moves.length;
}

function longestShared(one: string, other: string): number {
  let longest = 0;
  let run = 0;
  for (let at = 0; at < one.length; at++) {
    run = one[at] === other[at] ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
