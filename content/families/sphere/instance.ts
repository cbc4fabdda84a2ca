/** What instances on the sphere share: a number of beacons and, where they differ, a weight each. */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import { commonDivisor } from './start.ts';

/** Beacons an instance may have: above, judging and polishing would cost more than a CPU second. */
export const MOST_BEACONS = 400;
/** Heaviest beacon: beyond, the light ones hardly count. */
export const HEAVIEST = 9;

/** Beacons and their weights, from heavy to light; null where all weigh 1. */
export interface SphereShape {
  readonly n: number;
  readonly weights: readonly number[] | null;
}

/**
 * Parses `{"n", [key]?}`. Weights come in one order and are told apart from a mere change of scale, so that one problem
 * has one instance.
 * @throws DimensionError `instance.shape`, `instance.count`, `instance.weights`
 */
export function parseSphere(raw: unknown, key: string): SphereShape {
  const parsed = z
    .strictObject({ n: z.number(), [key]: z.array(z.number()).max(MOST_BEACONS).optional() })
    .safeParse(raw);
  if (!parsed.success)
    throw new DimensionError(
      'instance.shape',
      `An instance on the sphere has "n" and, where beacons differ, "${key}".`,
    );
  const { n } = parsed.data;
  if (typeof n !== 'number' || !Number.isInteger(n) || n < 2 || n > MOST_BEACONS)
    throw new DimensionError('instance.count', `There are 2 to ${MOST_BEACONS} beacons on a sphere.`, { n: String(n) });
  const weights = parsed.data[key];
  if (weights === undefined) return { n, weights: null };
  if (typeof weights === 'number' || !areWeights(weights, n))
    throw new DimensionError(
      'instance.weights',
      `"${key}" gives each of the ${n} beacons a whole number from 1 to ${HEAVIEST}, from the largest to the smallest, ` +
        'not all the same and without a common divisor.',
    );
  return { n, weights };
}

function areWeights(weights: readonly number[], n: number): boolean {
  return (
    weights.length === n &&
    weights.every(
      (weight, index) => Number.isInteger(weight) && weight >= 1 && weight <= (weights[index - 1] ?? HEAVIEST),
    ) &&
    weights[0] !== weights[n - 1] &&
    weights.reduce((divisor, weight) => commonDivisor(divisor, weight)) === 1
  );
}
