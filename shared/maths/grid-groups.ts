/** The groups that symmetries of a grid make together: what a set may be symmetric under. */
import type { GridSymmetry } from './grid.ts';

/**
 * Every group that one or two of the symmetries make, as its members; of groups that one of the symmetries turns into
 * each other only one. That is all 8 of the square and 30 of the 33 of the cube: three take three symmetries to make.
 * @param symmetries a whole group, the identity first: what two of them make together is one of them
 */
export function groupsOf(symmetries: readonly GridSymmetry[]): readonly (readonly GridSymmetry[])[] {
  const numbers = new Map(symmetries.map((symmetry, number) => [keyOf(symmetry), number]));
  const table = symmetries.map((a) => symmetries.map((b) => numbers.get(keyOf(after(a, b))) ?? 0));
  const inverses = table.map((row) => row.indexOf(0));
  const seen = new Set<string>();
  const groups: (readonly number[])[] = [];
  for (let a = 0; a < symmetries.length; a++)
    for (let b = 0; b <= a; b++) {
      const members = closed([a, b], table);
      if (seen.has(members.join())) continue;
      groups.push(members);
      for (const [turn, back] of inverses.entries()) {
        const turned = members.map((member) => table[table[back]?.[member] ?? 0]?.[turn] ?? 0);
        seen.add(turned.sort((one, two) => one - two).join());
      }
    }
  return groups.map((members) =>
    members.map((number) => symmetries[number]).filter((symmetry) => symmetry !== undefined),
  );
}

/** First `a`, then `b`. */
function after(a: GridSymmetry, b: GridSymmetry): GridSymmetry {
  return {
    axes: b.axes.map((axis) => a.axes[axis] ?? 0),
    flips: b.axes.map((axis, i) => b.flips[i] !== a.flips[axis]),
  };
}

/** All that the generators make, as sorted numbers. */
function closed(generators: readonly number[], table: readonly (readonly number[])[]): readonly number[] {
  const members = new Set(generators);
  // A set that is walked while it grows: whatever is added is visited too.
  for (const member of members) for (const generator of generators) members.add(table[member]?.[generator] ?? member);
  return [...members].sort((a, b) => a - b);
}

function keyOf({ axes, flips }: GridSymmetry): string {
  return `${axes.join()} ${flips.join()}`;
}
