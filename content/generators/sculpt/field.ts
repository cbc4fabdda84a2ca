/** A signed distance field built from a few shapes that melt into each other. @see https://iquilezles.org/articles/distfunctions/ */

import { cross, length, scale, subtract, unit, type Vec3 } from '#shared/maths/vector.ts';
import type { Lab } from './colour.ts';

/** Metres to the surface, negative inside. */
export type Distance = (x: number, y: number, z: number) => number;

/** One shape: where it is, how it joins what came before, what colour it lends. */
export interface Shape {
  readonly distance: Distance;
  /** Width in metres over which it melts into its neighbours. */
  readonly blend: number;
  /** Taken away from what came before instead of added. */
  readonly carve: boolean;
  readonly colour: Lab;
  /** A ball that holds the shape. */
  readonly centre: Vec3;
  readonly radius: number;
}

/** How a shape joins: `blend` in metres, `carve` to take away. */
export interface Join {
  readonly blend?: number;
  readonly carve?: boolean;
}

/** Shapes in order; carved ones only cut what was added before them. */
export class Field {
  readonly #shapes: Shape[] = [];

  get shapes(): readonly Shape[] {
    return this.#shapes;
  }

  ball(centre: Vec3, radius: number, colour: Lab, join: Join = {}): this {
    const [cx, cy, cz] = centre;
    const distance: Distance = (x, y, z) =>
      Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy) + (z - cz) * (z - cz)) - radius;
    return this.#add(distance, centre, radius, colour, join);
  }

  /** A cone with round ends of two radii: limbs, trunks, necks. */
  limb(from: Vec3, fromRadius: number, to: Vec3, toRadius: number, colour: Lab, join: Join = {}): this {
    const middle = scale([from[0] + to[0], from[1] + to[1], from[2] + to[2]], 0.5);
    const reach = length(subtract(to, from)) / 2 + Math.max(fromRadius, toRadius);
    return this.#add(roundCone(from, fromRadius, to, toRadius), middle, reach, colour, join);
  }

  /** An ellipsoid; `up` and `forward` turn its y and z half-axes. */
  egg(centre: Vec3, radii: Vec3, colour: Lab, join: Join & { up?: Vec3; forward?: Vec3 } = {}): this {
    const y = unit(join.up ?? [0, 1, 0]);
    const x = unit(cross(y, join.forward ?? [0, 0, 1]));
    const distance = ellipsoid(centre, radii, x, y, cross(x, y));
    return this.#add(distance, centre, Math.max(...radii), colour, join);
  }

  #add(distance: Distance, centre: Vec3, radius: number, colour: Lab, join: Join): this {
    const { blend = 0, carve = false } = join;
    this.#shapes.push({ distance, centre, radius, colour, blend: Math.max(blend, 1e-6), carve });
    return this;
  }
}

/** The joined distance of some shapes at a point. */
export function distanceOf(shapes: readonly Shape[], x: number, y: number, z: number): number {
  let d = 1e9;
  for (const shape of shapes) {
    const s = shape.carve ? -shape.distance(x, y, z) : shape.distance(x, y, z);
    const gap = shape.blend - Math.abs(d - s);
    const melt = gap > 0 ? (gap * gap) / (4 * shape.blend) : 0;
    if (shape.carve) d = Math.max(d, s) + melt;
    else d = Math.min(d, s) - melt;
  }
  return d;
}

/** The colour lent by the shapes nearest to a point, soft over `softness` metres. */
export function colourOf(shapes: readonly Shape[], x: number, y: number, z: number, softness: number): Lab {
  let nearest = 1e9;
  for (const shape of shapes) if (!shape.carve) nearest = Math.min(nearest, shape.distance(x, y, z));
  let total = 0;
  let [l, a, b] = [0, 0, 0];
  for (const shape of shapes) {
    if (shape.carve) continue;
    const near = 1 - (shape.distance(x, y, z) - nearest) / softness;
    if (near <= 0) continue;
    const weight = near * near;
    total += weight;
    l += shape.colour[0] * weight;
    a += shape.colour[1] * weight;
    b += shape.colour[2] * weight;
  }
  return [l / total, a / total, b / total];
}

/** Where a ray from outside meets the joined surface, or where it came nearest: places for eyes and spots. */
export function meet(shapes: readonly Shape[], from: Vec3, towards: Vec3): Vec3 {
  let [x, y, z] = from;
  for (let step = 0; step < 48; step++) {
    const d = distanceOf(shapes, x, y, z);
    if (d < 1e-4) break;
    x += towards[0] * d * 0.8;
    y += towards[1] * d * 0.8;
    z += towards[2] * d * 0.8;
  }
  return [x, y, z];
}

function roundCone(from: Vec3, r1: number, to: Vec3, r2: number): Distance {
  const [ax, ay, az] = from;
  const [bx, by, bz] = subtract(to, from);
  const l2 = bx * bx + by * by + bz * bz;
  const rr = r1 - r2;
  const a2 = l2 - rr * rr;
  const il2 = 1 / l2;
  return (x, y, z) => {
    const px = x - ax;
    const py = y - ay;
    const pz = z - az;
    const t = px * bx + py * by + pz * bz;
    const ex = px * l2 - bx * t;
    const ey = py * l2 - by * t;
    const ez = pz * l2 - bz * t;
    const x2 = ex * ex + ey * ey + ez * ez;
    const beyond = t - l2;
    const y2 = t * t * l2;
    const z2 = beyond * beyond * l2;
    const k = (rr < 0 ? -1 : 1) * rr * rr * x2;
    if ((beyond < 0 ? -1 : 1) * a2 * z2 > k) return Math.sqrt(x2 + z2) * il2 - r2;
    if ((t < 0 ? -1 : 1) * a2 * y2 < k) return Math.sqrt(x2 + y2) * il2 - r1;
    return (Math.sqrt(x2 * a2 * il2) + t * rr) * il2 - r1;
  };
}

function ellipsoid(centre: Vec3, radii: Vec3, ax: Vec3, ay: Vec3, az: Vec3): Distance {
  const [cx, cy, cz] = centre;
  const [rx, ry, rz] = radii;
  const [ux, uy, uz] = scale(ax, 1 / rx);
  const [vx, vy, vz] = scale(ay, 1 / ry);
  const [wx, wy, wz] = scale(az, 1 / rz);
  const least = Math.min(rx, ry, rz);
  return (x, y, z) => {
    const px = x - cx;
    const py = y - cy;
    const pz = z - cz;
    const u = px * ux + py * uy + pz * uz;
    const v = px * vx + py * vy + pz * vz;
    const w = px * wx + py * wy + pz * wz;
    const k0 = Math.sqrt(u * u + v * v + w * w);
    const k1 = Math.sqrt((u * u) / (rx * rx) + (v * v) / (ry * ry) + (w * w) / (rz * rz));
    return k1 < 1e-9 ? -least : (k0 * (k0 - 1)) / k1;
  };
}
