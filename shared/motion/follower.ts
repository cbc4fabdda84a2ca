/** Follows a pose that is sometimes corrected: it never jumps below five metres, and whoever walks is not drawn back to be right. */
import { cos, exp, sin } from '#shared/maths/deterministic.ts';
import type { Ground } from '#shared/physics/stroll.ts';
import type { Pose } from './pose.ts';

/** How fast what is shown comes to where it belongs, 1/s. */
const PULL = 24;
/** A correction moves a body at most this fast, m/s. */
const CATCH_UP = 14;
/** It moves a standing body backwards at most this fast, and a walking one not at all, m/s. */
const BACK = 0.4;
const STANDS = 0.1;
/** Farther off than this nobody walks: the body is put there, m. */
const PUT = 5;
/** Off by more than this the feet may be under the ground, m. */
const FEET_OFF = 0.02;

/** One shown body. */
export class Follower {
  readonly #ground: Ground;
  /** What is shown, less the target. */
  readonly #off = { x: 0, y: 0, z: 0 };
  #atMs = Number.NaN;
  /** The target when something was last shown. */
  #target: Pose | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** The way of the target has changed: what is shown stays where it is for now. */
  retarget(target: (atMs: number) => Pose | null): void {
    const before = this.#target;
    if (before === null) return;
    const now = target(this.#atMs);
    if (now === null) return;
    const off = this.#off;
    off.x += before.x - now.x;
    off.y += before.y - now.y;
    off.z += before.z - now.z;
    if (Math.abs(off.x) + Math.abs(off.y) + Math.abs(off.z) > PUT) this.#settle();
    this.#target = now;
  }

  /** What to show of `target` at `atMs`. */
  follow(target: Pose, atMs: number): Pose {
    const seconds = Math.max(0, atMs - this.#atMs) / 1_000;
    if (this.#target !== null && seconds > 0) this.#pull(this.#target, target, seconds);
    this.#atMs = atMs;
    this.#target = target;
    const { x, y, z } = this.#off;
    if (x === 0 && y === 0 && z === 0) return target;
    return { ...target, x: target.x + x, y: this.#feet(target), z: target.z + z };
  }

  #pull(from: Pose, to: Pose, seconds: number): void {
    const off = this.#off;
    const far = Math.sqrt(off.x * off.x + off.y * off.y + off.z * off.z);
    if (far < 1e-4) {
      this.#settle();
      return;
    }
    const share = Math.min(1 - exp(-PULL * seconds), (CATCH_UP * seconds) / far);
    const forward = { x: -sin(to.yaw), z: -cos(to.yaw) };
    const own = (to.x - from.x) * forward.x + (to.z - from.z) * forward.z;
    const step = own - (off.x * forward.x + off.z * forward.z) * share;
    const stands = Math.abs(to.vx) + Math.abs(to.vz) < STANDS;
    const lacking = Math.max(0, Math.min(0, own) - (stands ? BACK * seconds : 0) - step);
    off.x += forward.x * lacking - off.x * share;
    off.y -= off.y * share;
    off.z += forward.z * lacking - off.z * share;
  }

  #feet(target: Pose): number {
    const { x, y, z } = this.#off;
    const feet = target.y + y;
    if (Math.abs(x) + Math.abs(z) < FEET_OFF) return feet;
    return Math.max(feet, this.#ground.supportAt(target.x + x, target.z + z, feet));
  }

  #settle(): void {
    this.#off.x = 0;
    this.#off.y = 0;
    this.#off.z = 0;
  }
}
