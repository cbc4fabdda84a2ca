/** Pointing: where a ray from the eye meets the pieces or the building plane, without any drawing library. */
import { yawVector } from '#shared/physics/turns.ts';
import { boxOf, type Piece, UNITS } from './piece.ts';

/** A point or direction in metres. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
export interface Ray {
  readonly from: Vector;
  /** Need not have length 1; distances count in its lengths. */
  readonly along: Vector;
}

/** Where a ray meets a piece first. */
export interface Hit {
  readonly piece: number;
  readonly distance: number;
  readonly at: Vector;
  /** True when the top face was met. */
  readonly onTop: boolean;
}

/** The nearest piece a ray meets, or null. */
export function hitPieces(ray: Ray, pieces: readonly Piece[]): Hit | null {
  let best: Hit | null = null;
  for (const piece of pieces) {
    const hit = hitBox(ray, piece);
    if (hit !== null && (best === null || hit.distance < best.distance)) best = hit;
  }
  return best;
}

/** Where a ray meets the level plane at height `y` (m), or null when it looks away from it. */
export function hitPlane(ray: Ray, y: number): Vector | null {
  if (Math.abs(ray.along.y) < 1e-6) return null;
  const distance = (y - ray.from.y) / ray.along.y;
  return distance <= 0 || distance > 400 ? null : pointOn(ray, distance);
}

/** Rounds to the grid; `step` in 1/64 m. */
export function snap(metres: number, step: number): number {
  return Math.round((metres * UNITS) / step) * step;
}

function pointOn({ from, along }: Ray, distance: number): Vector {
  return { x: from.x + along.x * distance, y: from.y + along.y * distance, z: from.z + along.z * distance };
}

/** Slabs in the box's own frame: it is turned about Y only. */
function hitBox(ray: Ray, piece: Piece): Hit | null {
  const { at, half, yaw } = boxOf(piece);
  const { cos, sin } = yawVector(yaw);
  const dx = ray.from.x - at[0] / UNITS;
  const dz = ray.from.z - at[2] / UNITS;
  const from = [dx * cos - dz * sin, ray.from.y - at[1] / UNITS, dx * sin + dz * cos];
  const along = [ray.along.x * cos - ray.along.z * sin, ray.along.y, ray.along.x * sin + ray.along.z * cos];
  let near = Number.NEGATIVE_INFINITY;
  let far = Number.POSITIVE_INFINITY;
  let face = 0;
  for (let axis = 0; axis < 3; axis++) {
    const size = (half[axis] ?? 0) / UNITS;
    const start = from[axis] ?? 0;
    const speed = along[axis] ?? 0;
    if (Math.abs(speed) < 1e-9) {
      if (Math.abs(start) > size) return null;
      continue;
    }
    const enter = (-Math.sign(speed) * size - start) / speed;
    if (enter > near) {
      near = enter;
      face = axis;
    }
    far = Math.min(far, (Math.sign(speed) * size - start) / speed);
  }
  if (near > far || far <= 0 || near <= 0) return null;
  return { piece: piece.id, distance: near, at: pointOn(ray, near), onTop: face === 1 && (along[1] ?? 0) < 0 };
}
