/** How beacons lie when nobody has touched them: a spiral, with the heavy ones spread among the light. */
import { spiral } from '#shared/maths/sphere.ts';

const GOLDEN = 0.6180339887498949;

/** `count` unit vectors; one after another in the list they jump around the sphere, so that the first lie apart. */
export function startingPoints(count: number): Float64Array {
  const line = spiral(count);
  let stride = Math.max(1, Math.floor(count * GOLDEN));
  while (commonDivisor(stride, count) !== 1) stride++;
  const points = new Float64Array(line.length);
  for (let i = 0; i < count; i++) {
    const from = 3 * ((i * stride) % count);
    points.set(line.subarray(from, from + 3), 3 * i);
  }
  return points;
}

/** The largest whole number that divides both. */
export function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
