/** Where a body is shown: a pose, and the way from one pose to the next without ever going beyond either. */
import { TAU } from '#shared/maths/deterministic.ts';

/** A pose of a body; soles in metres, yaw in radians (0 looks along −Z, growing to the left), m/s. */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
  readonly vx: number;
  readonly vy: number;
  readonly vz: number;
  readonly grounded: boolean;
}

/** Two poses farther apart than this are a jump from place to place, not a walk, m. */
const JUMP = 5;

/** The pose a share `t` (0 … 1) of the way from `a` to `b`, turning the short way round. */
export function between(a: Pose, b: Pose, t: number): Pose {
  return {
    x: mix(a.x, b.x, t),
    y: mix(a.y, b.y, t),
    z: mix(a.z, b.z, t),
    yaw: a.yaw + shortTurn(a.yaw, b.yaw) * t,
    vx: mix(a.vx, b.vx, t),
    vy: mix(a.vy, b.vy, t),
    vz: mix(a.vz, b.vz, t),
    grounded: t < 0.5 ? a.grounded : b.grounded,
  };
}

/**
 * The same along a cubic that leaves `a` and reaches `b` with their speeds, `seconds` apart. Each axis rises or falls
 * only as its ends do, so the way never passes beyond them.
 * @see https://doi.org/10.1137/0717021 Fritsch and Carlson 1980, monotone piecewise cubic interpolation
 */
export function glide(a: Pose, b: Pose, t: number, seconds: number): Pose {
  const bothAir = !a.grounded && !b.grounded;
  return {
    ...between(a, b, t),
    x: cubic(a.x, b.x, a.vx * seconds, b.vx * seconds, t),
    // Feet on the ground follow it: their upward speed says nothing of the slope.
    y: bothAir ? cubic(a.y, b.y, a.vy * seconds, b.vy * seconds, t) : mix(a.y, b.y, t),
    z: cubic(a.z, b.z, a.vz * seconds, b.vz * seconds, t),
  };
}

/** True when nobody walked from `a` to `b`. */
export function isJump(a: Pose, b: Pose): boolean {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.z - b.z) > JUMP;
}

function cubic(from: number, to: number, leaving: number, reaching: number, t: number): number {
  const way = to - from;
  const u = t - 1;
  return from + way * t * t * (3 - 2 * t) + alongside(leaving, way) * t * u * u + alongside(reaching, way) * t * t * u;
}

/** A slope that keeps the cubic between its ends: none against the way, at most three times it. */
function alongside(slope: number, way: number): number {
  return way > 0 ? Math.max(0, Math.min(slope, 3 * way)) : Math.min(0, Math.max(slope, 3 * way));
}

function mix(from: number, to: number, t: number): number {
  return from + (to - from) * t;
}

function shortTurn(from: number, to: number): number {
  const turn = to - from;
  return turn - TAU * Math.round(turn / TAU);
}
