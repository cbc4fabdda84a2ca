/** Orbits of cells under a group of symmetries: what a symmetric search sets and takes away together. */
import { cellCount, type Grid, type GridSymmetry, mapCells } from '#shared/maths/grid.ts';
import type { Board } from './board.ts';

/**
 * The orbits of the free cells under a group that keeps them, without those that break the rule by themselves.
 * @param board empty, and empty again afterwards
 */
export function orbitsOf(
  grid: Grid,
  group: readonly GridSymmetry[],
  isFree: (cell: number) => boolean,
  board: Board,
): readonly (readonly number[])[] {
  const cells = Array.from({ length: cellCount(grid) }, (_, cell) => cell);
  const images = group.map((symmetry) => mapCells(grid, symmetry, cells));
  const seen = new Uint8Array(cells.length);
  const orbits: number[][] = [];
  for (const first of cells) {
    if (seen[first] === 1 || !isFree(first)) continue;
    const orbit = [...new Set(images.map((image) => image[first] ?? first))];
    for (const cell of orbit) seen[cell] = 1;
    if (standsAlone(orbit, board)) orbits.push(orbit);
  }
  return orbits;
}

function standsAlone(orbit: readonly number[], board: Board): boolean {
  for (const cell of orbit) {
    // Most orbits of large groups fall here, long before they are whole.
    if (board.cover[cell] !== 0) break;
    board.add(cell);
  }
  const stands = board.set.length === orbit.length && orbit.every((cell) => board.cover[cell] === 0);
  for (const cell of [...board.set]) board.remove(cell);
  return stands;
}
