/** What makes the gardens galleries: a bay around each picture, hedges, and a pergola on the way north. */

import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import { FRAME_SPOTS, GARDENS, type Spot } from './island.ts';
import { beside } from './workshops.ts';

/** A bay's wall stands this far behind its picture, metres; half its width and depth, its height, how far its roof reaches. */
export const BAY = { behind: 1.25, halfWidth: 2.05, halfDepth: 0.16, height: 4.1, roof: 1.5 } as const;

/** The walls of the bays, each behind a picture that stands in a garden. */
export const BAYS: readonly Spot[] = FRAME_SPOTS.filter((frame) =>
  GARDENS.some(({ x, z, radius }) => (frame.x - x) ** 2 + (frame.z - z) ** 2 < radius * radius),
).map((frame) => beside(frame, 0, BAY.behind));

/** Half a hedge's length and thickness, and its height, m. */
export const HEDGE = { halfWidth: 1.5, halfDepth: 0.42, height: 1.25 } as const;
const HEDGE_DEGREES = [116, 142, 218, 244] as const;

/** Low hedges on the side of the plaza, left and right of the bridge. */
export const HEDGES: readonly Spot[] = GARDENS.flatMap(({ x, z }) => {
  const side = x < 0 ? -1 : 1;
  return HEDGE_DEGREES.map((degrees) => {
    const turn = (degrees / 360) * TAU;
    return { x: x + side * 12 * cos(turn), z: z - 12 * sin(turn), yaw: side * (turn - Math.PI / 2) };
  });
});

/** Half a pergola's width and length, and its height, m. */
export const PERGOLA = { halfWidth: 1.75, halfDepth: 1.5, height: 2.75 } as const;

/** Where pergolas stand: over the way to each garden's northern gate. */
export const PERGOLAS: readonly Spot[] = GARDENS.map(({ x, z }) => ({ x, z: z - 12.3, yaw: 0 }));
