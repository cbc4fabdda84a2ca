import { expect, test } from 'vitest';
import type { Board } from '#content/solvers/tabu/board.ts';
import { LineBoard } from '#content/solvers/tabu/line-board.ts';
import { PlaneBoard } from '#content/solvers/tabu/plane-board.ts';
import { Rng } from '#shared/base/rng.ts';
import { cellCount, type Grid, pointAt } from '#shared/maths/grid.ts';
import { collinear, coplanar } from '#shared/maths/integer-geometry.ts';

function lines(grid: Grid, set: readonly number[], cell: number): number {
  const points = set.filter((other) => other !== cell).map((other) => pointAt(grid, other));
  const at = pointAt(grid, cell);
  return points.flatMap((a, i) => points.slice(i + 1).filter((b) => collinear(a, b, at))).length;
}

function planes(grid: Grid, set: readonly number[], cell: number): number {
  const points = set.filter((other) => other !== cell).map((other) => pointAt(grid, other));
  const at = pointAt(grid, cell);
  return points.flatMap((a, i) =>
    points.slice(i + 1).flatMap((b, j) => points.slice(i + j + 2).filter((c) => coplanar(a, b, c, at))),
  ).length;
}

test.each([
  ['lines in a square', { n: 6, dimension: 2 }, (grid: Grid): Board => new LineBoard(grid), lines],
  ['lines in a cube', { n: 4, dimension: 3 }, (grid: Grid): Board => new LineBoard(grid), lines],
  ['planes in a cube', { n: 5, dimension: 3 }, (grid: Grid): Board => new PlaneBoard(grid), planes],
] as const)('what each cell would break is right after every change: %s', (name, grid, open, count) => {
  const rng = new Rng(name);
  const board = open(grid);
  const cells = cellCount(grid);
  for (let change = 0; change < 40; change++) {
    if (board.set.length > 8 || (board.set.length > 2 && rng.chance(0.4))) board.remove(rng.pick(board.set));
    else {
      const cell = rng.int(0, cells - 1);
      if (!board.set.includes(cell)) board.add(cell);
    }
    if (change % 4 !== 3) continue;
    const expected = Array.from({ length: cells }, (_, cell) => count(grid, board.set, cell));
    expect([...board.cover]).toEqual(expected);
  }
  for (const cell of [...board.set]) board.remove(cell);
  expect(board.cover.every((cover) => cover === 0)).toBe(true);
});
