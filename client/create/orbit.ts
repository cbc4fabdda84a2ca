/** The builder's eye: it circles a target, slides along the ground, comes closer. */
import type { Ray, Vector } from './ray.ts';

const NEAR = 3;
const FAR = 120;
/** What is farther from the target than this share of the eye's distance no longer stands in the middle. */
const MIDDLE = 0.3;
/** Radians, and times nearer, of one step. */
const STEP = Math.PI / 12;
const CLOSER = 1.2;

/** What keys and buttons ask of the view. */
export type ViewStep = 'left' | 'right' | 'up' | 'down' | 'nearer' | 'farther';

/** A camera on an orbit; radians and metres, yaw 0 looks along −Z. */
export class Orbit {
  target: Vector = { x: 0, y: 0.5, z: -4 };
  yaw = 0.55;
  pitch = -0.55;
  distance = 20;
  /** Half the height of the picture at distance 1. */
  readonly #spread: number;

  /** @param fov vertical, degrees */
  constructor(fov: number) {
    this.#spread = Math.tan((fov * Math.PI) / 360);
  }

  /** @param dx, dy pixels that a pointer was dragged */
  circle(dx: number, dy: number): void {
    this.turn(-dx * 0.006, -dy * 0.006);
  }

  /** Radians. */
  turn(yaw: number, pitch: number): void {
    this.yaw += yaw;
    this.pitch = Math.min(0.3, Math.max(-1.5, this.pitch + pitch));
  }

  /** One step of keys and buttons. */
  step(way: ViewStep): void {
    if (way === 'nearer') this.zoom(1 / CLOSER);
    else if (way === 'farther') this.zoom(CLOSER);
    else if (way === 'up' || way === 'down') this.turn(0, way === 'up' ? STEP : -STEP);
    else this.turn(way === 'left' ? STEP : -STEP, 0);
  }

  /** @param dx, dy pixels that a pointer was dragged */
  slide(dx: number, dy: number): void {
    const scale = this.distance * 0.0022;
    const { x, z } = this.#aside();
    const right = -dx * scale;
    const ahead = dy * scale;
    this.target = {
      x: this.target.x + x * right - Math.sin(this.yaw) * ahead,
      y: this.target.y,
      z: this.target.z + z * right - Math.cos(this.yaw) * ahead,
    };
  }

  zoom(factor: number): void {
    this.distance = Math.min(FAR, Math.max(NEAR, this.distance * factor));
  }

  /** Goes along with a place (m) that leaves the middle of the picture. */
  follow(place: Vector): void {
    const { x, y, z } = this.target;
    const [dx, dy, dz] = [place.x - x, place.y - y, place.z - z];
    const far = Math.hypot(dx, dy, dz);
    const most = this.distance * MIDDLE;
    if (far <= most) return;
    const part = 1 - most / far;
    this.target = { x: x + dx * part, y: y + dy * part, z: z + dz * part };
  }

  /** Where the eye is, m. */
  eye(): Vector {
    const level = Math.cos(this.pitch) * this.distance;
    return {
      x: this.target.x + Math.sin(this.yaw) * level,
      y: this.target.y - Math.sin(this.pitch) * this.distance,
      z: this.target.z + Math.cos(this.yaw) * level,
    };
  }

  /** The ray through a point of the picture: (−1…1, −1…1) from the lower left. */
  ray(ndcX: number, ndcY: number, aspect: number): Ray {
    const right = this.#aside();
    const ahead = {
      x: -Math.sin(this.yaw) * Math.cos(this.pitch),
      y: Math.sin(this.pitch),
      z: -Math.cos(this.yaw) * Math.cos(this.pitch),
    };
    const up = {
      x: Math.sin(this.yaw) * Math.sin(this.pitch),
      y: Math.cos(this.pitch),
      z: Math.cos(this.yaw) * Math.sin(this.pitch),
    };
    const a = ndcX * this.#spread * aspect;
    const b = ndcY * this.#spread;
    return {
      from: this.eye(),
      along: { x: ahead.x + right.x * a + up.x * b, y: ahead.y + up.y * b, z: ahead.z + right.z * a + up.z * b },
    };
  }

  /** The level axis of the grid that is most nearly to the right, for nudging with arrows. */
  gridRight(): { readonly x: number; readonly z: number } {
    const { x, z } = this.#aside();
    return Math.abs(x) >= Math.abs(z) ? { x: Math.sign(x), z: 0 } : { x: 0, z: Math.sign(z) };
  }

  #aside(): { readonly x: number; readonly z: number } {
    return { x: Math.cos(this.yaw), z: -Math.sin(this.yaw) };
  }
}
