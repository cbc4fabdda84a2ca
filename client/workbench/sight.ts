/** How one looks at the bench: an eye that circles the piece, and the rays it sends through the picture. */
import { type PerspectiveCamera, Vector3 } from 'three';
import { Orbit } from '#client/create/orbit.ts';
import { PIECE_RADIUS } from '#client/scene/bench-view.ts';
import type { Vec3 } from '#content/families/family.ts';
import type { Ray } from './space.ts';

/** Share of the picture, from each side, that panels cover. */
export interface Covered {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** How one looks at first, radians. */
export const FIRST_YAW = 0.5;
const FIRST_PITCH = -0.3;
/** Radii of what is looked at that the picture has room for. */
const ROOM = 1.15;

/** The eye; all places are metres of the world. */
export class Sight {
  readonly orbit: Orbit;
  covered: Covered = { left: 0, top: 0, bottom: 0 };
  readonly #camera: PerspectiveCamera;
  #goal: { readonly middle: Vec3; readonly distance: number } | null = null;

  constructor(camera: PerspectiveCamera) {
    this.#camera = camera;
    this.orbit = new Orbit(camera.fov);
    this.orbit.yaw = FIRST_YAW;
    this.orbit.pitch = FIRST_PITCH;
  }

  /** Sets out to where a ball is seen whole. @param still be there at once */
  frameOn(middle: Vec3, radius: number, still: boolean): void {
    const half = Math.tan((this.#camera.fov * Math.PI) / 360);
    const { left, top, bottom } = this.covered;
    const free = Math.min(1 - top - bottom, this.#camera.aspect * (1 - left));
    this.#goal = { middle, distance: (ROOM * Math.max(radius, 0.4 * PIECE_RADIUS)) / (half * free) };
    if (still) this.#approach(this.#goal, 1);
  }

  /** True when a ball is within the picture. */
  sees(middle: Vec3, radius: number): boolean {
    const { target, distance } = this.orbit;
    const off = Math.hypot(middle[0] - target.x, middle[1] - target.y, middle[2] - target.z);
    return off + radius < distance * Math.tan((this.#camera.fov * Math.PI) / 360);
  }

  /** Turns around the piece, radians. */
  turn(yaw: number, pitch: number): void {
    this.orbit.circle(-yaw / 0.006, -pitch / 0.006);
  }

  /** Closer, or further away. */
  zoom(factor: number): void {
    this.#goal = null;
    this.orbit.zoom(factor);
  }

  /** Aside, by pixels. */
  slide(dx: number, dy: number): void {
    this.#goal = null;
    this.orbit.slide(dx, dy);
  }

  /** Goes on towards what is to be seen. @param seconds since the last call */
  advance(seconds: number): void {
    if (this.#goal === null) return;
    this.#approach(this.#goal, 1 - Math.exp(-6 * seconds));
  }

  /** Where eye and target are; the middle of what is free of panels is the middle of the view. */
  place(hold: (eye: Vec3, target: Vec3) => void): void {
    const { aspect } = this.#camera;
    const { left, top, bottom } = this.covered;
    this.#camera.setViewOffset(aspect, 1, (-left / 2) * aspect, (bottom - top) / 2, aspect, 1);
    const eye = this.orbit.eye();
    const { target } = this.orbit;
    // The eye does not go below the stone.
    hold([eye.x, Math.max(0.6, eye.y), eye.z], [target.x, target.y, target.z]);
    this.#camera.updateMatrixWorld();
  }

  /** Gives the camera back as it was. */
  release(): void {
    this.#camera.clearViewOffset();
  }

  /** Where the eye is. */
  eye(): Vec3 {
    const { x, y, z } = this.#camera.position;
    return [x, y, z];
  }

  /** Unit directions of the picture: to the right, up, into it. */
  directions(): { readonly right: Vec3; readonly up: Vec3; readonly ahead: Vec3 } {
    const e = this.#camera.matrixWorld.elements;
    return { right: [e[0], e[1], e[2]], up: [e[4], e[5], e[6]], ahead: [-e[8], -e[9], -e[10]] };
  }

  /** The ray through a point of the picture: (−1…1, −1…1) from the lower left. */
  ray(ndcX: number, ndcY: number): Ray {
    const from = this.eye();
    const to = new Vector3(ndcX, ndcY, 0.5).unproject(this.#camera);
    return { from, along: [to.x - from[0], to.y - from[1], to.z - from[2]] };
  }

  /** Where a place is seen: (−1…1, −1…1) from the lower left. */
  onPicture([x, y, z]: Vec3): readonly [x: number, y: number] {
    const seen = new Vector3(x, y, z).project(this.#camera);
    return [seen.x, seen.y];
  }

  #approach({ middle, distance }: { readonly middle: Vec3; readonly distance: number }, share: number): void {
    const { target } = this.orbit;
    const [dx, dy, dz] = [middle[0] - target.x, middle[1] - target.y, middle[2] - target.z];
    this.orbit.target = { x: target.x + dx * share, y: target.y + dy * share, z: target.z + dz * share };
    this.orbit.distance += (distance - this.orbit.distance) * share;
    if (Math.hypot(dx, dy, dz, distance - this.orbit.distance) < 0.01) this.#goal = null;
  }
}
