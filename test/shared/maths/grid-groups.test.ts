import { expect, test } from 'vitest';
import { type GridSymmetry, gridSymmetries, mapCells } from '#shared/maths/grid.ts';
import { groupsOf } from '#shared/maths/grid-groups.ts';

const CELLS = Array.from({ length: 125 }, (_, cell) => cell);
const imageOf = (symmetry: GridSymmetry, cells: ArrayLike<number> = CELLS) =>
  mapCells({ n: 5, dimension: 3 }, symmetry, cells);

test('the square has 8 kinds of groups, and two symmetries of the cube make 30', () => {
  expect(
    groupsOf(gridSymmetries(2))
      .map(({ length }) => length)
      .sort(),
  ).toEqual([1, 2, 2, 2, 4, 4, 4, 8]);
  const sizes = groupsOf(gridSymmetries(3)).map(({ length }) => length);
  expect(sizes).toHaveLength(30);
  expect(new Set(sizes)).toEqual(new Set([1, 2, 3, 4, 6, 8, 12, 24, 48]));
});

test('what two members of a group do one after the other, a third does', () => {
  for (const group of groupsOf(gridSymmetries(3))) {
    const images = new Set(group.map((symmetry) => imageOf(symmetry).join()));
    expect(images.size).toBe(group.length);
    for (const a of group) for (const b of group) expect(images).toContain(imageOf(b, imageOf(a)).join());
  }
});

test('half turns about an axis and about a diagonal are groups of their own', () => {
  const halfTurns = groupsOf(gridSymmetries(3)).filter((group) => group.length === 2);
  const still = halfTurns.map((group) => {
    const images = group.map((symmetry) => imageOf(symmetry));
    return CELLS.filter((cell) => images.every((image) => image[cell] === cell)).length;
  });
  expect(still.sort((a, b) => a - b)).toEqual([1, 5, 5, 25, 25]);
});
