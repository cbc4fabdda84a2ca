/** Orbits of cells under one symmetry: what a symmetric search sets and takes away together. */
import { cellCount, type Grid, type GridSymmetry, mapCells } from '#shared/maths/grid.ts';
import type { Board } from './board.ts';

/**
 * The orbits of the free cells under a symmetry that keeps them, without those that break the rule by themselves.
 * @param board empty, and empty again afterwards
 */
export function orbitsOf(
  grid: Grid,
  symmetry: GridSymmetry,
  isFree: (cell: number) => boolean,
  board: Board,
): readonly (readonly number[])[] {
  const cells = Array.from({ length: cellCount(grid) }, (_, cell) => cell);
  const image = mapCells(grid, symmetry, cells);
  const seen = new Set<number>();
  const orbits: number[][] = [];
  for (const first of cells) {
    if (seen.has(first) || !isFree(first)) continue;
    const orbit: number[] = [];
    for (let cell = first; !seen.has(cell); cell = image[cell] ?? first) {
      seen.add(cell);
      orbit.push(cell);
    }
    if (standsAlone(orbit, board)) orbits.push(orbit);
  }
  return orbits;
}

/** A text that is the same for symmetries that cut the grid alike; of those one is enough. */
export function cutOf(orbits: readonly (readonly number[])[]): string {
  return orbits
    .map(({ length }) => length)
    .sort((a, b) => a - b)
    .join();
}

function standsAlone(orbit: readonly number[], board: Board): boolean {
  for (const cell of orbit) board.add(cell);
  const stands = orbit.every((cell) => board.cover[cell] === 0);
  for (const cell of orbit) board.remove(cell);
  return stands;
}
