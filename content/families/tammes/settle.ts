/** Letting beacons make room: pushed apart by ever harder neighbours, then locked at equal distances. */
import { Descent } from '#shared/maths/descent.ts';
import { normalise, spacing } from '#shared/maths/sphere.ts';
import { equalise } from './lock.ts';
import { gapsBelow, tightest } from './room.ts';
import { softRoom } from './soft-room.ts';

/** Hardness by hardness, in doublings of the power: from one that feels near neighbours only to one that feels contacts. */
const HARDENING = [10, 12, 14, 16, 18, 20] as const;
const STEPS = 160;
/** Pairs that carry less than e to minus this power of the push are no contacts. */
const CARRIES = 20;

/** A descent of the soft room at one hardness, from unit vectors. */
export function roomDescent(points: Float64Array, sizes: Float64Array, doublings: number): Descent {
  const reach = spacing(sizes.length) / Math.max(2, Math.sqrt(2 ** doublings));
  return new Descent(softRoom(sizes, doublings), points, { memory: 10, reach, flat: 1e-6 });
}

/** The least room as large as it gets from here: unit vectors, never with less room than `points` has. */
export function settleRoom(points: Float64Array, sizes: Float64Array): Float64Array {
  let soft = points;
  for (const doublings of HARDENING) soft = normalise(roomDescent(soft, sizes, doublings).run(STEPS).point);
  const { room } = tightest(soft, sizes);
  const contacts = gapsBelow(soft, sizes, room * (1 + CARRIES / 2 ** (HARDENING.at(-1) ?? 0)));
  const locked = equalise(soft, sizes, contacts);
  return [soft, locked].reduce(
    (best, next) => (tightest(next, sizes).room > tightest(best, sizes).room ? next : best),
    points,
  );
}
