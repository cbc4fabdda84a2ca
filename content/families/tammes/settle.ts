/** Letting beacons make room: pushed apart by ever harder neighbours, then locked at equal distances. */
import { Descent } from '#shared/maths/descent.ts';
import { normalise, spacing } from '#shared/maths/sphere.ts';
import { equalise } from './lock.ts';
import { gapsBelow, tightest } from './room.ts';
import { softRoom } from './soft-room.ts';

/** Hardness by hardness, in doublings of the power: what brings a loose arrangement together, then what jams it. */
const LOOSE = [3, 5, 7, 9] as const;
const JAMMED = [10, 12, 14, 16, 18, 20] as const;
const HARDEST = 20;
const STEPS = 240;
/** At the first hardness of the jammed, pushes that leave less than this over are in balance. */
const BALANCED = 0.02;
/** Pairs that carry less than e to minus this power of the push are no contacts. */
const CARRIES = 20;

/** A descent of the soft room at one hardness, from unit vectors. */
export function roomDescent(points: Float64Array, sizes: Float64Array, doublings: number): Descent {
  const reach = spacing(sizes.length) / Math.max(2, Math.sqrt(2 ** doublings));
  return new Descent(softRoom(sizes, doublings), points, { memory: 10, reach, flat: 1e-6 });
}

/**
 * The least room as large as it gets from here: unit vectors, never with less room than `points` has. What is jammed
 * already stays in its hollow; what is loose is first pushed from afar.
 */
export function settleRoom(points: Float64Array, sizes: Float64Array): Float64Array {
  const [first, ...harder] = JAMMED;
  const tried = roomDescent(points, sizes, first).run(STEPS);
  const jammed = tried.steepness <= BALANCED;
  const soft = jammed ? harden(tried.point, sizes, harder) : harden(points, sizes, [...LOOSE, ...JAMMED]);
  const { room } = tightest(soft, sizes);
  const locked = equalise(soft, sizes, gapsBelow(soft, sizes, room * (1 + CARRIES / 2 ** HARDEST)));
  return [soft, locked].reduce(
    (best, next) => (tightest(next, sizes).room > tightest(best, sizes).room ? next : best),
    points,
  );
}

function harden(points: Float64Array, sizes: Float64Array, hardening: readonly number[]): Float64Array {
  return hardening.reduce(
    (from, doublings) => normalise(roomDescent(from, sizes, doublings).run(STEPS).point),
    normalise(Float64Array.from(points)),
  );
}
