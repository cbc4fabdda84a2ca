/** Draws a sphere nobody has published: a number of beacons of which some are heavy. */
import type { Rng } from '#shared/base/rng.ts';
import type { SphereShape } from './instance.ts';

/** Beacons at difficulty 0, and how many more at 1; a few more by chance. */
const BEACONS = { least: 12, more: 45, chance: 9 } as const;

/** From two heavy ones to a third of all, in one or two weights above 1. @param difficulty 0 … 1: more beacons */
export function drawWeights(rng: Rng, difficulty: number): SphereShape & { readonly weights: readonly number[] } {
  const n = BEACONS.least + Math.floor(BEACONS.more * difficulty) + rng.int(0, BEACONS.chance);
  const heavy = rng.int(2, Math.floor(n / 3));
  const weight = rng.int(2, 4);
  const heaviest = rng.chance(0.5) ? rng.int(1, Math.ceil(heavy / 2)) : 0;
  const weights = Array.from({ length: n }, (_, i) => (i < heaviest ? weight + 2 : i < heavy ? weight : 1));
  return { n, weights };
}
