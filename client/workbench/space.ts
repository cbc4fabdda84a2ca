/** Rays in space and what they meet. */
import { add, dot, length, scale, subtract, type Vec3 } from '#shared/maths/vector.ts';

/** A half line; distances along it count in lengths of `along`. */
export interface Ray {
  readonly from: Vec3;
  readonly along: Vec3;
}

export function isSamePlace(a: Vec3, b: Vec3): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/** The middle of the box around places, and the radius of a ball around it that holds them all. */
export function ballAround(places: readonly Vec3[]): { readonly middle: Vec3; readonly radius: number } {
  const [first] = places;
  if (first === undefined) return { middle: [0, 0, 0], radius: 1 };
  const span = (axis: 0 | 1 | 2) => {
    const values = places.map((place) => place[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  const middle: Vec3 = [span(0), span(1), span(2)];
  return { middle, radius: Math.max(...places.map((place) => length(subtract(place, middle)))) };
}

/** Where a ray meets the plane through `at` with this normal; null when it looks away from it. */
export function meetPlane({ from, along }: Ray, at: Vec3, normal: Vec3): Vec3 | null {
  const steep = dot(along, normal);
  if (Math.abs(steep) < 1e-9) return null;
  const far = dot(subtract(at, from), normal) / steep;
  return far <= 0 ? null : add(from, scale(along, far));
}

/** How far along a ray it enters a ball; null when it passes by or begins inside. */
export function meetBall({ from, along }: Ray, at: Vec3, radius: number): number | null {
  const towards = subtract(at, from);
  const speed = dot(along, along);
  const closest = dot(towards, along) / speed;
  const inside = radius * radius - (dot(towards, towards) - closest * closest * speed);
  if (inside < 0) return null;
  const enter = closest - Math.sqrt(inside / speed);
  return enter > 0 ? enter : null;
}

/** The place on a ray that is nearest to `at`. */
export function nearestOn({ from, along }: Ray, at: Vec3): Vec3 {
  return add(from, scale(along, Math.max(0, dot(subtract(at, from), along) / dot(along, along))));
}

/** Of the balls of one radius around places, the one a ray meets first, before `limit`; null when it meets none. */
export function firstMet(ray: Ray, places: readonly Vec3[], radius: number, limit: number): number | null {
  let best: number | null = null;
  let nearest = limit;
  for (const [index, place] of places.entries()) {
    const far = meetBall(ray, place, radius);
    if (far === null || far >= nearest) continue;
    nearest = far;
    best = index;
  }
  return best;
}

/** The axis (±X, ±Y, ±Z) that a direction is nearest to, of those that are allowed. */
export function nearestAxis(direction: Vec3, axes: readonly (0 | 1 | 2)[]): Vec3 {
  let best: 0 | 1 | 2 = axes[0] ?? 0;
  for (const axis of axes) if (Math.abs(direction[axis]) > Math.abs(direction[best]) + 1e-9) best = axis;
  const sign = direction[best] < 0 ? -1 : 1;
  return [best === 0 ? sign : 0, best === 1 ? sign : 0, best === 2 ? sign : 0];
}
