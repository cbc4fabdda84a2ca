/** Where a piece on a path is at a tick: straight legs between whole-number waypoints, round and round. */
import type { Mover } from './scene.ts';

/** Metres of one unit of a scene. */
export const UNIT_METRES = 1 / 64;

/** A mutable place in metres, reused where a tick must not make garbage. */
export interface Place {
  x: number;
  y: number;
  z: number;
}

/** Ticks of one round of a path. */
export function roundTicks(path: Mover['path']): number {
  let sum = 0;
  for (const { ticks } of path) sum += ticks;
  return sum;
}

/** Writes the place in metres at `tick` into `out` and returns it. */
export function placeOnPath(path: Mover['path'], tick: number, out: Place = { x: 0, y: 0, z: 0 }): Place {
  let left = path.length > 1 ? tick % roundTicks(path) : 0;
  let leg = 0;
  while (left >= (path[leg]?.ticks ?? left + 1)) left -= path[leg++]?.ticks ?? 0;
  const from = path[leg];
  const to = path[(leg + 1) % path.length];
  if (from === undefined || to === undefined) return out;
  const part = left / from.ticks;
  out.x = (from.at[0] + (to.at[0] - from.at[0]) * part) * UNIT_METRES;
  out.y = (from.at[1] + (to.at[1] - from.at[1]) * part) * UNIT_METRES;
  out.z = (from.at[2] + (to.at[2] - from.at[2]) * part) * UNIT_METRES;
  return out;
}
