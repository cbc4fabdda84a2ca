/** The room of beacons on the unit sphere: the smallest squared chord, each pair measured by its own sizes. */
import { squaredChord } from '#shared/maths/sphere.ts';

/** A pair of beacons and the squared chord between them, in units of their mean size. */
export interface Gap {
  readonly i: number;
  readonly j: number;
  readonly room: number;
}

/**
 * Squared chord between `i` and `j` over the square of their mean size: as much as it is, balls of these sizes centred
 * on the sphere may grow until the two touch.
 */
export function roomBetween(points: Float64Array, sizes: Float64Array, i: number, j: number): number {
  const sum = (sizes[i] ?? 1) + (sizes[j] ?? 1);
  return (4 * squaredChord(points, i, j)) / (sum * sum);
}

/** The pair with the least room, the first of them in the order of the points. */
export function tightest(points: Float64Array, sizes: Float64Array): Gap {
  let least: Gap = { i: 1, j: 0, room: Number.POSITIVE_INFINITY };
  for (let i = 1; i < sizes.length; i++)
    for (let j = 0; j < i; j++) {
      const room = roomBetween(points, sizes, i, j);
      if (room < least.room) least = { i, j, room };
    }
  return least;
}

/** All pairs with at most `most` room, in the order of the points. */
export function gapsBelow(points: Float64Array, sizes: Float64Array, most: number): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 1; i < sizes.length; i++)
    for (let j = 0; j < i; j++) {
      const room = roomBetween(points, sizes, i, j);
      if (room <= most) gaps.push({ i, j, room });
    }
  return gaps;
}
