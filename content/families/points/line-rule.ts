/** The rule of no-three-in-line, in a square or a cube. */
import type { Grid } from '#shared/maths/grid.ts';
import { gcd, type IntegerPoint } from '#shared/maths/integer-geometry.ts';
import type { PointRule } from './rule.ts';

/** No three points on a line. m points cost m² / 2 directions. */
export const lineRule: PointRule = {
  code: 'points.in-line',
  fault: 'lie on one line',
  broken: linesOfThree,
  capacity: { along: 1, points: 2 },
  light: (grid, [first = [], second = []]) => {
    const step = direction(first, second);
    return [{ from: borderFrom(grid, first, step, -1), to: borderFrom(grid, first, step, 1) }];
  },
};

/** From each point on, two later points in the same direction make a line of three. */
function linesOfThree({ n }: Grid, points: readonly IntegerPoint[], most: number): readonly IntegerPoint[][] {
  const found: IntegerPoint[][] = [];
  const width = 2 * n;
  // Later points come after in x, or in y, or in z: the first component of a direction is never negative.
  const toward = new Map<number, IntegerPoint>();
  for (const [index, from] of points.entries()) {
    const [x = 0, y = 0, z = 0] = from;
    toward.clear();
    for (let later = index + 1; later < points.length; later++) {
      const to = points[later] ?? from;
      const [toX = 0, toY = 0, toZ = 0] = to;
      const steps = gcd(gcd(toX - x, toY - y), toZ - z);
      // The same place twice is no line.
      if (steps === 0) continue;
      const key = (((toX - x) / steps) * width + (toY - y) / steps + n) * width + (toZ - z) / steps + n;
      const between = toward.get(key);
      if (between === undefined) toward.set(key, to);
      else if (found.push([from, between, to]) >= most) return found;
    }
  }
  return found;
}

/** The smallest whole step from one point towards another. */
function direction(from: IntegerPoint, to: IntegerPoint): IntegerPoint {
  const way = from.map((at, axis) => (to[axis] ?? 0) - at);
  const steps = way.reduce(gcd, 0);
  return steps === 0 ? way : way.map((part) => part / steps);
}

/** The last place of the grid on a line, going forwards or backwards. */
function borderFrom({ n }: Grid, point: IntegerPoint, step: IntegerPoint, sign: 1 | -1): IntegerPoint {
  let at = point;
  for (;;) {
    const next = at.map((part, axis) => part + sign * (step[axis] ?? 0));
    if (next.some((part) => part < 0 || part >= n) || step.every((part) => part === 0)) return at;
    at = next;
  }
}
