/** From metres to a flat picture, seen from above and aside without perspective: y grows downwards as on a screen. */
import type { Vec3 } from '#content/families/family.ts';

/** A place in the picture, and how near it is: what is nearer is drawn later. */
export interface Seen {
  readonly x: number;
  readonly y: number;
  readonly near: number;
}

/** How high the eye stands, radians. */
const HEIGHT = 0.6;

/** One way of looking; the same for all of a picture. */
export class Projection {
  readonly #cos: number;
  readonly #sin: number;
  readonly #low = Math.cos(HEIGHT);
  readonly #high = Math.sin(HEIGHT);

  /** @param turn how far the scene is turned about Y, radians */
  constructor(turn: number) {
    this.#cos = Math.cos(turn);
    this.#sin = Math.sin(turn);
  }

  see([x, y, z]: Vec3): Seen {
    const aside = x * this.#cos + z * this.#sin;
    const ahead = z * this.#cos - x * this.#sin;
    return {
      x: aside,
      y: ahead * this.#high - y * this.#low,
      near: ahead * this.#low + y * this.#high,
    };
  }
}

/** The turn that lays a way from left to right and a little away from the eye, radians. */
export function turnAlong(from: Vec3, to: Vec3): number {
  const [dx, dz] = [to[0] - from[0], to[2] - from[2]];
  if (Math.hypot(dx, dz) < 2) return AWAY;
  return Math.atan2(dz, dx) + AWAY;
}

const AWAY = 0.5;

/** Brings everything seen into a frame, in the middle of it. */
export class Fit {
  readonly scale: number;
  readonly #left: number;
  readonly #top: number;

  /** @param frame left, top, width and height, pixels @param most pixels of a metre at the most */
  constructor(seen: readonly Seen[], frame: readonly [number, number, number, number], most: number) {
    const [left, top, width, height] = frame;
    const span = (values: readonly number[]) =>
      values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
      ] as const);
    const [x0, x1] = seen.length === 0 ? [0, 1] : span(seen.map(({ x }) => x));
    const [y0, y1] = seen.length === 0 ? [0, 1] : span(seen.map(({ y }) => y));
    this.scale = Math.min(most, width / Math.max(1e-6, x1 - x0), height / Math.max(1e-6, y1 - y0));
    this.#left = left + width / 2 - ((x0 + x1) / 2) * this.scale;
    this.#top = top + height / 2 - ((y0 + y1) / 2) * this.scale;
  }

  /** Pixels, to a tenth. */
  put({ x, y }: Seen): string {
    return `${(this.#left + x * this.scale).toFixed(1)} ${(this.#top + y * this.scale).toFixed(1)}`;
  }
}
