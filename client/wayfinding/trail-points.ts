/** The lights along a way: they stand still on the ground and go out one after another as one walks over them. */
import type { Point } from '#content/world/ways.ts';
import { metresTo } from './place.ts';

/** At most so many lights, so far from each other and no nearer to the feet than this, m. */
export const MOST_LIGHTS = 40;
const APART = 1.7;
const AHEAD = 1.6;

/** The lights of a way that begins at the feet, from the feet on. Counted from the goal, so that they keep their places. */
export function trailPoints(way: readonly Point[]): readonly Point[] {
  const backwards = [...way].reverse();
  const points: Point[] = [];
  let walked = 0;
  let next = APART;
  for (const [index, from] of backwards.entries()) {
    const to = backwards[index + 1];
    if (to === undefined) break;
    const length = metresTo(from, to);
    for (; next <= walked + length; next += APART) {
      const share = (next - walked) / length;
      points.push({ x: from.x + (to.x - from.x) * share, z: from.z + (to.z - from.z) * share });
    }
    walked += length;
  }
  const feet = way[0];
  const ahead = points.reverse().filter((point) => feet === undefined || metresTo(feet, point) > AHEAD);
  return ahead.slice(0, MOST_LIGHTS);
}
