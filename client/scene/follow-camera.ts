/** The camera behind the shoulder: it looks where it is told and never enters the land or anything that stands. */
import type { PerspectiveCamera } from 'three';

/** How the player looks around; plain numbers, changed by the input. */
export type View = {
  /** Radians; 0 looks along −Z, growing to the left. */
  yaw: number;
  /** Radians; positive looks up. */
  pitch: number;
  /** Metres from the shoulder to the eye; 0 looks from the eyes. */
  distance: number;
};

/** Tells whether the eye may not be at a place (m): inside land or a body. */
export type Blocked = (x: number, y: number, z: number) => boolean;

/** Height of what is looked at over the soles, m. */
const SHOULDER = 1.5;
/** Steps along the way from the shoulder to the eye. */
const STEPS = 24;

/** Follows soles with a view. */
export class FollowCamera {
  readonly view: View = { yaw: 0, pitch: -0.2, distance: 5.2 };
  #x = 0;
  #y = 0;
  #z = 0;
  #kept = 5.2;
  #fresh = true;

  /** True when the eye is so near that one's own body would be in the way. */
  get near(): boolean {
    return this.#kept < 1;
  }

  /** Where the soles are, m. */
  follow(x: number, y: number, z: number): void {
    const leap = Math.abs(x - this.#x) + Math.abs(z - this.#z) > 6;
    this.#x = x;
    this.#z = z;
    this.#y = this.#fresh || leap || Math.abs(y - this.#y) > 4 ? y : this.#y + (y - this.#y) * 0.45;
    if (leap) this.#fresh = true;
  }

  /** Places the camera: in at once where something is in the way, out again gently. */
  place(camera: PerspectiveCamera, dt: number, blocked: Blocked): void {
    const { yaw, pitch, distance } = this.view;
    const aheadX = -Math.sin(yaw) * Math.cos(pitch);
    const aheadY = Math.sin(pitch);
    const aheadZ = -Math.cos(yaw) * Math.cos(pitch);
    const shoulder = this.#y + SHOULDER;
    const free = freeDistance(this.#x, shoulder, this.#z, -aheadX, -aheadY, -aheadZ, distance, blocked);
    this.#kept = this.#fresh || free < this.#kept ? free : this.#kept + (free - this.#kept) * (1 - Math.exp(-5 * dt));
    this.#fresh = false;
    const back = this.#kept;
    camera.position.set(this.#x - aheadX * back, shoulder - aheadY * back, this.#z - aheadZ * back);
    camera.rotation.set(pitch, yaw, 0, 'YXZ');
  }
}

/** How far (m, at most `most`) one gets from a place along a unit direction before it is blocked. */
export function freeDistance(
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  most: number,
  blocked: Blocked,
): number {
  let last = 0;
  for (let step = 1; step <= STEPS; step++) {
    const far = (most * step) / STEPS;
    if (blocked(x + dx * far, y + dy * far, z + dz * far)) {
      let low = last;
      let high = far;
      for (let i = 0; i < 5; i++) {
        const middle = (low + high) / 2;
        if (blocked(x + dx * middle, y + dy * middle, z + dz * middle)) high = middle;
        else low = middle;
      }
      return Math.max(0.25, low);
    }
    last = far;
  }
  return most;
}
