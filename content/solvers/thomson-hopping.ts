/** Basin hopping for charges on a sphere. */

import { energyOf } from '#content/families/thomson/energy.ts';
import { chargesOf, type ThomsonInstance } from '#content/families/thomson/instance.ts';
import { energyDescent, settleCharges } from '#content/families/thomson/settle.ts';
import { normalise } from '#shared/maths/sphere.ts';
import type { Landscape } from './hopping/landscape.ts';
import { HOPPING, HoppingRun } from './hopping/run.ts';
import type { Solver } from './solver.ts';

/** Steps of a descent in one step of the run. */
const STRIDE = 20;
/** Where a descent between two hops may end: the energy is then known to about a ten-millionth. */
const FLAT = 1e-4;

/** The registered solver. */
export const thomsonHopping: Solver<ThomsonInstance> = {
  id: 'thomson-hopping',
  release: 1,
  family: 'thomson',
  start: async (instance, rng) => new HoppingRun(energyLandscape(instance), rng, HOPPING),
};

/** The energy as ground to hop on. */
export function energyLandscape(instance: ThomsonInstance): Landscape {
  const charges = chargesOf(instance);
  const total = charges.reduce((sum, charge) => sum + charge, 0);
  // A uniform sheet of charge, less what every charge spares itself: the leading terms of the least energy.
  const spared = charges.reduce((sum, charge) => sum + charge * Math.sqrt(charge), 0) * Math.sqrt(total);
  const expected = (total * total) / 2 - 0.5523 * spared;
  return {
    weights: charges,
    descend: (start) => {
      const descent = energyDescent(start, charges, FLAT);
      return {
        next: () => void descent.run(STRIDE),
        get done() {
          return descent.done;
        },
        point: () => normalise(Float64Array.from(descent.point)),
      };
    },
    height: (points) => energyOf(points, charges),
    settle: (points) => settleCharges(points, charges),
    slack: 0,
    progress: (height) => Math.max(0, Math.min(1, expected / height)),
    warmth: 0.02,
  };
}
