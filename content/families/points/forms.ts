/** What stays of a set of points when the grid is turned and mirrored: canonical form, kinship, likeness of problems. */
import { type GridSymmetry, gridSymmetries, mapCells } from '#shared/maths/grid.ts';
import { type PointProblem, symmetriesOf } from './problem.ts';

/**
 * The least of all images of a set of cells under the symmetries that keep the problem: the same for every way to hold
 * the grid. Cells ascend, and sets compare as their first difference does.
 */
export function canonicalCells(problem: PointProblem, cells: Int32Array): Int32Array {
  return leastImage(problem, symmetriesOf(problem), cells);
}

/** The largest share of `cells` that stands in `known` after a symmetry that keeps the problem, 0 … 1. */
export function pointKinship(problem: PointProblem, cells: Int32Array, known: Int32Array): number {
  if (cells.length === 0) return 0;
  const standing = new Set(known);
  let most = 0;
  for (const symmetry of symmetriesOf(problem)) {
    let shared = 0;
    for (const cell of mapCells(problem.grid, symmetry, cells)) if (standing.has(cell)) shared++;
    if (shared > most) most = shared;
  }
  return most / cells.length;
}

/** One text for all problems that are this one turned or mirrored. */
export function problemLikeness(problem: PointProblem): string {
  const { grid, taken } = problem;
  const least = leastImage(problem, gridSymmetries(grid.dimension), Int32Array.from(taken));
  return `${grid.n}^${grid.dimension} without ${least.join(' ')}`;
}

function leastImage(problem: PointProblem, symmetries: readonly GridSymmetry[], cells: Int32Array): Int32Array {
  let least = cells;
  for (const symmetry of symmetries) {
    const image = mapCells(problem.grid, symmetry, cells).sort();
    if (isBefore(image, least)) least = image;
  }
  return least;
}

function isBefore(one: Int32Array, other: Int32Array): boolean {
  for (let i = 0; i < one.length; i++) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
