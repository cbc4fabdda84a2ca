/** Frames in space: where a copy of something goes, and how it is turned. */
import { cos, sin } from '#shared/maths/deterministic.ts';
import { add, cross, dot, scale, unit, type Vec3 } from '#shared/maths/vector.ts';

/** A place to put a copy: three unit axes, an origin and one scale. */
export interface Frame {
  readonly x: Vec3;
  readonly y: Vec3;
  readonly z: Vec3;
  readonly origin: Vec3;
  readonly scale: number;
}

/** From `a` at 0 to `b` at 1. */
export function between(a: Vec3, b: Vec3, t: number): Vec3 {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** The unit direction at `turn` radians about Y (0 is +x, a quarter is +z), raised by `rise` radians. */
export function direction(turn: number, rise: number): Vec3 {
  const flat = cos(rise);
  return [cos(turn) * flat, sin(rise), sin(turn) * flat];
}

/** The world as it is, moved to `origin`. */
export function upright(origin: Vec3, size = 1, turn = 0): Frame {
  const c = cos(turn);
  const s = sin(turn);
  return { x: [c, 0, s], y: [0, 1, 0], z: [-s, 0, c], origin, scale: size };
}

/** A frame whose y points along `up`; `forward` says where z shall lean. */
export function facing(origin: Vec3, up: Vec3, forward: Vec3, size = 1): Frame {
  const y = unit(up);
  const x = unit(cross(y, Math.abs(dot(y, unit(forward))) > 0.999 ? [y[1], y[2], y[0]] : forward));
  return { x, y, z: cross(x, y), origin, scale: size };
}

/** A local point in the frame's surroundings. */
export function outward(frame: Frame, p: Vec3): Vec3 {
  return add(frame.origin, scale(turned(frame, p), frame.scale));
}

/** A local direction in the frame's surroundings. */
export function turned(frame: Frame, d: Vec3): Vec3 {
  return add(add(scale(frame.x, d[0]), scale(frame.y, d[1])), scale(frame.z, d[2]));
}

/** `inner`, given within `outer`, as seen from outside. */
export function nested(outer: Frame, inner: Frame): Frame {
  return {
    x: turned(outer, inner.x),
    y: turned(outer, inner.y),
    z: turned(outer, inner.z),
    origin: outward(outer, inner.origin),
    scale: outer.scale * inner.scale,
  };
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothstep(low: number, high: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
}
