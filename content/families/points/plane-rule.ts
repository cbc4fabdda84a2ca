/** The rule of no-four-in-plane, in a cube. */
import { coplanar, type IntegerPoint } from '#shared/maths/integer-geometry.ts';
import type { PointRule } from './rule.ts';

/** No four points in a plane. m points cost m⁴ / 24 determinants: 3.3 million at the most that 32³ allows. */
export const planeRule: PointRule = {
  code: 'points.in-plane',
  fault: 'lie in one plane',
  broken: (_grid, points, most) => planesOfFour(points, most),
  capacity: { along: 2, points: 3 },
  light: (_grid, group) => group.flatMap((from, index) => group.slice(index + 1).map((to) => ({ from, to }))),
};

function planesOfFour(points: readonly IntegerPoint[], most: number): readonly IntegerPoint[][] {
  const found: IntegerPoint[][] = [];
  for (const [i, a] of points.entries())
    for (let j = i + 1; j < points.length; j++) {
      const b = points[j] ?? a;
      for (let k = j + 1; k < points.length; k++) {
        const c = points[k] ?? a;
        for (let l = k + 1; l < points.length; l++) {
          const d = points[l] ?? a;
          if (coplanar(a, b, c, d) && found.push([a, b, c, d]) >= most) return found;
        }
      }
    }
  return found;
}
