/** Letting charges settle: downhill to where no force is left. */
import { Descent } from '#shared/maths/descent.ts';
import { normalise, spacing } from '#shared/maths/sphere.ts';
import { energyObjective } from './energy.ts';

/** A descent of the energy from unit vectors. @param flat largest force that counts as none, a unit charge */
export function energyDescent(points: Float64Array, charges: Float64Array, flat: number): Descent {
  const scale = charges.reduce((sum, charge) => sum + charge * charge, 0) / charges.length;
  return new Descent(energyObjective(charges), points, {
    memory: 8,
    reach: 0.5 * spacing(charges.length),
    flat: flat * scale,
  });
}

/** Where the charges come to rest: unit vectors, forces below a ten-millionth, at most 2,000 steps. */
export function settleCharges(points: Float64Array, charges: Float64Array): Float64Array {
  return normalise(energyDescent(points, charges, 1e-7).run(2_000).point);
}
