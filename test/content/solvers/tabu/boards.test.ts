import { expect, test } from 'vitest';
import type { Board } from '#content/solvers/tabu/board.ts';
import { LineBoard } from '#content/solvers/tabu/line-board.ts';
import { orbitsOf } from '#content/solvers/tabu/orbits.ts';
import { PlaneBoard } from '#content/solvers/tabu/plane-board.ts';
import { PlaneOrbits } from '#content/solvers/tabu/plane-orbits.ts';
import { Inverses } from '#content/solvers/tabu/plane-walk.ts';
import { Rng } from '#shared/base/rng.ts';
import { cellCount, type Grid, gridSymmetries, pointAt } from '#shared/maths/grid.ts';
import { groupsOf } from '#shared/maths/grid-groups.ts';
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
  [
    'planes in a cube',
    { n: 5, dimension: 3 },
    (grid: Grid): Board => new PlaneBoard(grid, new Inverses(grid.n)),
    planes,
  ],
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

test('planes counted an orbit at a time are those that are counted cell by cell, under every group', () => {
  const grid = { n: 5, dimension: 3 } as const;
  const inverses = new Inverses(grid.n);
  const rng = new Rng('orbits');
  for (const group of groupsOf(gridSymmetries(3))) {
    const board = new PlaneBoard(grid, inverses);
    const orbits = orbitsOf(grid, group, () => true, board);
    const pieces = new PlaneOrbits(grid, orbits, inverses);
    const on: number[] = [];
    for (let change = 0; change < 12; change++) {
      const orbit = rng.int(0, orbits.length - 1);
      const at = on.indexOf(orbit);
      for (const cell of orbits[orbit] ?? []) at < 0 ? board.add(cell) : board.remove(cell);
      if (at < 0) on.push(orbit);
      else on.splice(at, 1);
      at < 0 ? pieces.add(orbit) : pieces.remove(orbit);
      const expected = orbits.map(([first = 0]) => board.cover[first]);
      expect(orbits.map((_, index) => pieces.tension(index))).toEqual(expected);
      expect(new Set(pieces.set)).toEqual(new Set(board.set));
    }
  }
});
