/** How many points can stand at the most: counted by parallel lines or planes that fill the grid. */
import { cellCount, type Grid, pointAt } from '#shared/maths/grid.ts';
import type { PointProblem } from './problem.ts';
import type { PointRule } from './rule.ts';

/**
 * The least, over the axes, of what the parallel lines along an axis (or the planes across it) hold together: each
 * holds the rule's number of points, or fewer where fewer of its places are free.
 */
export function capacityOf({ grid, taken }: PointProblem, { capacity }: PointRule): number {
  const blocked = new Set(taken);
  let least = Number.POSITIVE_INFINITY;
  for (let axis = 0; axis < grid.dimension; axis++) {
    const free = new Map<number, number>();
    for (let cell = 0; cell < cellCount(grid); cell++) {
      if (blocked.has(cell)) continue;
      const layer = layerOf(grid, cell, axis, capacity.along);
      free.set(layer, (free.get(layer) ?? 0) + 1);
    }
    let sum = 0;
    for (const places of free.values()) sum += Math.min(places, capacity.points);
    least = Math.min(least, sum);
  }
  return least;
}

/** The line along an axis, or the plane across it, on which a cell lies, as one number. */
function layerOf(grid: Grid, cell: number, axis: number, along: 1 | 2): number {
  const point = pointAt(grid, cell);
  if (along === 2) return point[axis] ?? 0;
  return cell - (point[axis] ?? 0) * grid.n ** (grid.dimension - 1 - axis);
}
