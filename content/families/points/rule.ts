/** What a set of points must not contain: the one part in which the families of points differ. */
import type { Drawing } from '#content/families/family.ts';
import type { Grid } from '#shared/maths/grid.ts';
import type { IntegerPoint } from '#shared/maths/integer-geometry.ts';

/** A rule that forbids some groups of points. */
export interface PointRule {
  /** Code of the reason when it is broken. */
  readonly code: string;
  /** What the points of a forbidden group do: `lie on one line`. */
  readonly fault: string;
  /**
   * Forbidden groups among points that ascend by cell, `most` of them at the most: a set without any is right.
   * The cost is bounded for any number of points up to the limit.
   */
  broken(grid: Grid, points: readonly IntegerPoint[], most: number): readonly (readonly IntegerPoint[])[];
  /** How many points fit on each axis-parallel line (`along` 1) or plane (`along` 2): what the limit is counted by. */
  readonly capacity: { readonly along: 1 | 2; readonly points: number };
  /** Where the red light goes for a forbidden group, in places of the grid. */
  light(
    grid: Grid,
    group: readonly IntegerPoint[],
  ): readonly { readonly from: IntegerPoint; readonly to: IntegerPoint }[];
}

/** Colour of a broken rule. */
export const FAULT_LIGHT: Drawing['beams'][number]['colour'] = '#ff4a4a';
