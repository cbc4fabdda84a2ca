import { expect, test } from 'vitest';
import { cellAt, cellCount, gridSymmetries, isOnGrid, mapCells, pointAt } from '#shared/maths/grid.ts';

const GRIDS = [
  { n: 4, dimension: 2 },
  { n: 3, dimension: 3 },
] as const;

test.each(GRIDS)('the cells of %j and its points are each other’s names', (grid) => {
  for (let cell = 0; cell < cellCount(grid); cell++) {
    const point = pointAt(grid, cell);
    expect(isOnGrid(grid, point)).toBe(true);
    expect(cellAt(grid, point)).toBe(cell);
  }
  for (const off of [[0], [0, 0, 0, 0], [grid.n, 0, 0], [-1, 0], [0.5, 0], [Number.NaN, 0]])
    expect(isOnGrid(grid, off)).toBe(false);
});

test.each(GRIDS)('the symmetries of %j are a group of the right size that keeps distances', (grid) => {
  const cells = Array.from({ length: cellCount(grid) }, (_, cell) => cell);
  const images = gridSymmetries(grid.dimension).map((symmetry) => mapCells(grid, symmetry, cells));
  const names = new Set(images.map((image) => image.join()));
  expect(names.size).toBe(grid.dimension === 2 ? 8 : 48);
  expect([...(images[0] ?? [])]).toEqual(cells);
  const apart = (a: number, b: number) =>
    pointAt(grid, a).reduce((sum, at, axis) => sum + (at - (pointAt(grid, b)[axis] ?? 0)) ** 2, 0);
  for (const one of images) {
    for (const other of images) expect(names.has(cells.map((cell) => one[other[cell] ?? 0]).join())).toBe(true);
    for (const cell of cells) expect(apart(one[cell] ?? 0, one[0] ?? 0)).toBe(apart(cell, 0));
  }
});
