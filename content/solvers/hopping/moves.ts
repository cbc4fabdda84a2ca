/** Moves out of a hollow: relocate a beacon to a hole, melt a patch, twist a cap, exchange two weights. */
import type { Rng } from '#shared/base/rng.ts';
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import { normalise, spacing } from '#shared/maths/sphere.ts';

/** A uniform direction. */
export function direction(rng: Rng): readonly [number, number, number] {
  const z = rng.between(-1, 1);
  const radius = Math.sqrt(1 - z * z);
  const angle = rng.between(0, TAU);
  return [radius * cos(angle), radius * sin(angle), z];
}

/** `count` uniform points. */
export function scatter(rng: Rng, count: number): Float64Array {
  const points = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) points.set(direction(rng), 3 * i);
  return points;
}

/** A copy of `points` after one move, chosen by chance. */
export function hop(rng: Rng, points: Float64Array, weights: Float64Array): Float64Array {
  const next = Float64Array.from(points);
  const kind = rng.unit();
  const mixed = (weights[0] ?? 1) !== (weights[weights.length - 1] ?? 1);
  if (mixed && kind < 0.35) exchange(rng, next, weights);
  else if (kind < 0.65) for (let left = rng.int(1, 2); left > 0; left--) relocate(rng, next, weights);
  else if (kind < 0.9) melt(rng, next);
  else twist(rng, next);
  return next;
}

/** Takes a beacon out and puts it into the emptiest of some holes. */
function relocate(rng: Rng, points: Float64Array, weights: Float64Array): void {
  const count = weights.length;
  const taken = rng.int(0, count - 1);
  let least = Number.POSITIVE_INFINITY;
  let hole = direction(rng);
  for (let tries = 2 * count; tries > 0; tries--) {
    const [x, y, z] = direction(rng);
    let crowd = 0;
    for (let j = 0; j < count; j++) {
      if (j === taken) continue;
      const dx = x - (points[3 * j] ?? 0);
      const dy = y - (points[3 * j + 1] ?? 0);
      const dz = z - (points[3 * j + 2] ?? 0);
      crowd += (weights[j] ?? 1) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
    // Not always the same hole: a little chance in the comparison.
    crowd *= 1 + rng.between(0, 0.4) / count;
    if (crowd >= least) continue;
    least = crowd;
    hole = [x, y, z];
  }
  points.set(hole, 3 * taken);
}

/** Shakes the beacons of a cap of any size. */
function melt(rng: Rng, points: Float64Array): void {
  const [ax, ay, az] = direction(rng);
  const above = rng.between(-1, 0.95);
  const shake = rng.between(0.2, 0.8) * spacing(points.length / 3);
  for (let at = 0; at < points.length; at += 3) {
    if (ax * (points[at] ?? 0) + ay * (points[at + 1] ?? 0) + az * (points[at + 2] ?? 0) < above) continue;
    for (let axis = at; axis < at + 3; axis++) points[axis] = (points[axis] ?? 0) + rng.between(-shake, shake);
  }
  normalise(points);
}

/** Turns a cap against the rest about its own axis. */
function twist(rng: Rng, points: Float64Array): void {
  const [ax, ay, az] = direction(rng);
  const above = rng.between(-0.3, 0.8);
  const angle = rng.between(0, TAU);
  const [c, s] = [cos(angle), sin(angle)];
  for (let at = 0; at < points.length; at += 3) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    const z = points[at + 2] ?? 0;
    const along = ax * x + ay * y + az * z;
    if (along < above) continue;
    const still = (1 - c) * along;
    points[at] = c * x + s * (ay * z - az * y) + still * ax;
    points[at + 1] = c * y + s * (az * x - ax * z) + still * ay;
    points[at + 2] = c * z + s * (ax * y - ay * x) + still * az;
  }
}

/** Lets two beacons of different weight change places. */
function exchange(rng: Rng, points: Float64Array, weights: Float64Array): void {
  for (let left = rng.int(1, 2); left > 0; left--) {
    const a = rng.int(0, weights.length - 1);
    let b = rng.int(0, weights.length - 1);
    while (weights[a] === weights[b]) b = (b + 1) % weights.length;
    for (let axis = 0; axis < 3; axis++) {
      const kept = points[3 * a + axis] ?? 0;
      points[3 * a + axis] = points[3 * b + axis] ?? 0;
      points[3 * b + axis] = kept;
    }
  }
}
