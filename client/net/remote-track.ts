/** Where somebody else is now: a short buffer of server-stamped poses, played back a little late and never overshot. */
import { TAU } from '#shared/maths/deterministic.ts';

/** A pose of someone else; metres, radians, m/s. */
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
const KEPT = 40;

/** The poses of one avatar by server time. */
export class RemoteTrack {
  #poses: { readonly atMs: number; readonly pose: Pose }[] = [];

  /** Adds the pose at the server's time `atMs`; times only grow. */
  add(atMs: number, pose: Pose): void {
    const last = this.#poses.at(-1);
    if (last !== undefined && atMs <= last.atMs) this.#poses.pop();
    this.#poses.push({ atMs, pose });
    if (this.#poses.length > KEPT) this.#poses.shift();
  }

  /** The pose at the server's time `atMs`: between two known ones, else the nearest known one. Null before the first. */
  at(atMs: number): Pose | null {
    const poses = this.#poses;
    let next = poses.length - 1;
    while (next > 0 && (poses[next - 1]?.atMs ?? 0) > atMs) next--;
    const b = poses[next];
    const a = poses[next - 1];
    if (b === undefined) return null;
    if (a === undefined || atMs >= b.atMs || isJump(a.pose, b.pose))
      return atMs < b.atMs && a !== undefined ? a.pose : b.pose;
    return between(a.pose, b.pose, Math.max(0, (atMs - a.atMs) / (b.atMs - a.atMs)));
  }
}

/** The pose a share `t` (0 … 1) of the way from `a` to `b`, turning the short way round. */
export function between(a: Pose, b: Pose, t: number): Pose {
  const mix = (from: number, to: number) => from + (to - from) * t;
  const turn = b.yaw - a.yaw;
  return {
    x: mix(a.x, b.x),
    y: mix(a.y, b.y),
    z: mix(a.z, b.z),
    yaw: a.yaw + (turn - TAU * Math.round(turn / TAU)) * t,
    vx: mix(a.vx, b.vx),
    vy: mix(a.vy, b.vy),
    vz: mix(a.vz, b.vz),
    grounded: t < 0.5 ? a.grounded : b.grounded,
  };
}

function isJump(a: Pose, b: Pose): boolean {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.z - b.z) > JUMP;
}
