/** Basin hopping for beacons that keep their distance on a sphere. */
import { sizesOf, type TammesInstance } from '#content/families/tammes/instance.ts';
import { roomLimit } from '#content/families/tammes/limit.ts';
import { tightest } from '#content/families/tammes/room.ts';
import { roomDescent, settleRoom } from '#content/families/tammes/settle.ts';
import { normalise } from '#shared/maths/sphere.ts';
import type { Landscape } from './hopping/landscape.ts';
import { HOPPING, HoppingRun } from './hopping/run.ts';
import type { Solver } from './solver.ts';

/** Steps of a descent in one step of the run, and the most at one hardness. */
const STEPS = { stride: 20, most: 200 } as const;
/** Hardness by hardness, in doublings of the power: the first from a scattered start only. */
const HARDENING = [5, 8, 11] as const;
const LOCAL = 1;

/** The registered solver. */
export const tammesHopping: Solver<TammesInstance> = {
  id: 'tammes-hopping',
  release: 1,
  family: 'tammes',
  start: async (instance, rng) => new HoppingRun(roomLandscape(instance), rng, HOPPING),
};

/** The least room as ground to hop on, upside down. */
export function roomLandscape(instance: TammesInstance): Landscape {
  const sizes = sizesOf(instance);
  const most = roomLimit(sizes).value;
  return {
    weights: sizes,
    descend: (start, local) => {
      let stage = local ? LOCAL : 0;
      let taken = 0;
      let descent = roomDescent(start, sizes, HARDENING[stage] ?? 1);
      return {
        next: () => {
          descent.run(STEPS.stride);
          taken += STEPS.stride;
          const harder = HARDENING[stage + 1];
          if ((!descent.done && taken < STEPS.most) || harder === undefined) return;
          stage++;
          taken = 0;
          descent = roomDescent(normalise(descent.point), sizes, harder);
        },
        get done() {
          return stage === HARDENING.length - 1 && (descent.done || taken >= STEPS.most);
        },
        point: () => normalise(Float64Array.from(descent.point)),
      };
    },
    height: (points) => -tightest(points, sizes).room,
    settle: (points) => settleRoom(points, sizes),
    slack: most / 1_000,
    progress: (height) => Math.max(0, Math.min(1, -height / most)),
    warmth: most / 2_000,
  };
}
