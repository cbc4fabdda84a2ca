/** A grid of points as a drawing: its frame, blocked places, lanterns, and every broken rule in red light. */
import type { Drawing, Vec3 } from '#content/families/family.ts';
import { isOnGrid, pointAt } from '#shared/maths/grid.ts';
import type { IntegerPoint } from '#shared/maths/integer-geometry.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { PointProblem } from './problem.ts';
import { FAULT_LIGHT, type PointRule } from './rule.ts';

/** Metres between neighbouring places. */
const SPACING = 0.5;
/** Broken rules and points drawn at the most. */
const MOST_FAULTS = 32;
const MOST_POINTS = 256;

/** The grid stands on the ground around its own middle; a square stands upright. What is off the grid is not drawn. */
export function showPoints(problem: PointProblem, rule: PointRule, payload: Payload | null): Drawing {
  const { grid, taken } = problem;
  const middle = (grid.n - 1) / 2;
  const metres = ([x = 0, y = 0, z = middle]: IntegerPoint): Vec3 => [
    (x - middle) * SPACING,
    (y + 0.5) * SPACING,
    (z - middle) * SPACING,
  ];
  const points = payload?.kind === 'points' ? payload.points.filter((point) => isOnGrid(grid, point)) : [];
  const drawn = points.slice(0, MOST_POINTS).sort(byPlace);
  const faults = rule.broken(grid, drawn, MOST_FAULTS);
  const guilty = new Set(faults.flat());
  return {
    points: drawn.map((point) => ({
      at: metres(point),
      radius: 0.12,
      colour: guilty.has(point) ? FAULT_LIGHT : '#ffd98a',
    })),
    links: frameOf(problem).map(([from, to]) => ({ from: metres(from), to: metres(to), colour: '#7fa9c4' })),
    boxes: taken.map((cell) => ({
      at: metres(pointAt(grid, cell)),
      half: [0.11, 0.11, 0.11],
      yaw: 0,
      colour: '#6b6590',
    })),
    beams: faults.flatMap((group) =>
      rule.light(grid, group).map(({ from, to }) => ({ from: metres(from), to: metres(to), colour: FAULT_LIGHT })),
    ),
    labels: [],
  };
}

function byPlace(one: IntegerPoint, other: IntegerPoint): number {
  for (const [axis, at] of one.entries()) {
    const difference = at - (other[axis] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The edges of the square or cube, corner to corner. */
function frameOf({ grid: { n, dimension } }: PointProblem): readonly (readonly [IntegerPoint, IntegerPoint])[] {
  const edges: [IntegerPoint, IntegerPoint][] = [];
  for (let corner = 0; corner < 1 << dimension; corner++)
    for (let axis = 0; axis < dimension; axis++) {
      if ((corner >> axis) & 1) continue;
      const from = Array.from({ length: dimension }, (_, i) => ((corner >> i) & 1) * (n - 1));
      edges.push([from, from.map((at, i) => (i === axis ? n - 1 : at))]);
    }
  return edges;
}
