/** How far what is shown lies from what is true, and from any place the body has been: overshoot, and steps back. */
import type { Pose } from '#shared/motion/pose.ts';
import type { Stamped } from './motion-walk.ts';

/** Ticks of the past that a body may still be shown in. */
const RECENT_TICKS = 16;
/** Shown to walk back by less than this, nobody sees it, m. */
const SEEN = 0.05;

/** Metres, and counts where it says so. */
export interface Told {
  /** From where the body truly is at that moment. */
  readonly mean: number;
  readonly p95: number;
  readonly most: number;
  /** From the nearest place where the body was within the last 0.8 s: mean and 95th of a hundred. */
  readonly overshoot: number;
  readonly overshootP95: number;
  /** How often it was shown walking back by 5 cm or more while it truly did not. */
  readonly backs: number;
  readonly backMost: number;
}

type Place = Pick<Pose, 'x' | 'y' | 'z'>;

/** @param errors, offs one a frame @param backs how far it has been walking back at each frame */
export function sumUp(errors: readonly number[], offs: readonly number[], backs: readonly number[]): Told {
  const runs = backs.filter((back, at) => back > 0 && (backs[at + 1] ?? 0) === 0);
  return {
    mean: mean(errors),
    p95: quantile(errors, 0.95),
    most: quantile(errors, 1),
    overshoot: mean(offs),
    overshootP95: quantile(offs, 0.95),
    backs: runs.filter((back) => back >= SEEN).length,
    backMost: quantile(runs, 1),
  };
}

/** Metres between two places. */
export function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}

/** How far `shown` lies off the way of the last ticks, and how far it moved against every step of it. */
export function offTheWay(
  truth: readonly Stamped[],
  tick: number,
  shown: Place,
  before: Place,
): { readonly off: number; readonly against: number } {
  const [dx, dz] = [shown.x - before.x, shown.z - before.z];
  let off = Number.POSITIVE_INFINITY;
  let isAgainst = Math.hypot(dx, dz) > 1e-4;
  for (let at = tick; at > Math.max(0, tick - RECENT_TICKS); at--) {
    const [a, b] = [truth[at - 1]?.who, truth[at]?.who];
    if (a === undefined || b === undefined) continue;
    off = Math.min(off, fromLeg(a, b, shown));
    const along = (b.x - a.x) * dx + (b.z - a.z) * dz;
    if (along > 0) isAgainst = false;
  }
  return { off: Number.isFinite(off) ? off : 0, against: isAgainst ? Math.hypot(dx, dz) : 0 };
}

function fromLeg(a: Place, b: Place, place: Place): number {
  const [x, y, z] = [b.x - a.x, b.y - a.y, b.z - a.z];
  const square = x * x + y * y + z * z;
  const along = square === 0 ? 0 : ((place.x - a.x) * x + (place.y - a.y) * y + (place.z - a.z) * z) / square;
  const t = Math.max(0, Math.min(1, along));
  return distance(place, { x: a.x + x * t, y: a.y + y * t, z: a.z + z * t });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
