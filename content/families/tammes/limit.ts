/** How much room there can be at most: Fejes Tóth's theorem, and what the area of the sphere allows. */
import type { Limit } from '#content/families/family.ts';
import { PI, sin } from '#shared/maths/deterministic.ts';

/** Rounding of the bound itself, so that it stays a bound. */
const MARGIN = 1e-12;

/**
 * No arrangement has more room than this. The k largest beacons alone have at most what Fejes Tóth's theorem gives k
 * points, over the square of the smallest size among them; and balls that do not overlap cut disjoint caps from the
 * sphere, whose areas (π times the squared radius, by Archimedes) are at most its own.
 * @param sizes from the largest to the smallest
 * @see Fejes Tóth 1943, Jahresbericht der Deutschen Mathematiker-Vereinigung 53, 66–68
 */
export function roomLimit(sizes: Float64Array): Limit {
  let least = { value: 16 / sizes.reduce((sum, size) => sum + size * size, 0), source: 'Areas of disjoint caps' };
  sizes.forEach((size, index) => {
    const value = chordBound(index + 1) / (size * size);
    if (value < least.value) least = { value, source: 'L. Fejes Tóth, 1943' };
  });
  return { ...least, value: least.value + MARGIN };
}

/** Fejes Tóth's bound on the least squared chord of `count` points: 4 − 1 / sin²(πn / (6(n − 2))), exact for 3, 4, 6, 12. */
function chordBound(count: number): number {
  if (count < 2) return Number.POSITIVE_INFINITY;
  if (count === 2) return 4;
  const s = sin((PI * count) / (6 * (count - 2)));
  return 4 - 1 / (s * s);
}
