/** Arrangements for tests: scattered by a seed, and the same one turned, mirrored and renumbered. */
import { scatter } from '#content/solvers/hopping/moves.ts';
import type { Rng } from '#shared/base/rng.ts';
import { cos, sin } from '#shared/maths/deterministic.ts';
import { readPoints, writePoints } from '#shared/maths/sphere.ts';
import type { Payload } from '#shared/records/payload.ts';

/** `n` uniform points as a payload. */
export function scattered(rng: Rng, n: number): Payload {
  return { kind: 'vectors', vectors: writePoints(scatter(rng, n)) };
}

/** The same arrangement after a random rotation, perhaps a reflection, and an exchange among beacons of equal weight. */
export function turned(rng: Rng, payload: Payload, weights: readonly number[]): Payload {
  if (payload.kind !== 'vectors') throw new RangeError(payload.kind);
  const points = readPoints(payload.vectors);
  const mirror = rng.chance(0.5) ? -1 : 1;
  for (let at = 0; at < points.length; at += 3) points[at] = mirror * (points[at] ?? 0);
  for (const [a, b] of [
    [0, 1],
    [1, 2],
    [0, 2],
  ] as const) {
    const angle = rng.between(0, 6);
    for (let at = 0; at < points.length; at += 3) {
      const [u, v] = [points[at + a] ?? 0, points[at + b] ?? 0];
      points[at + a] = cos(angle) * u - sin(angle) * v;
      points[at + b] = sin(angle) * u + cos(angle) * v;
    }
  }
  const rows = writePoints(points);
  const order = rows.map((_, index) => index);
  for (const index of order) {
    const other = rng.pick(order.filter((j) => weights[j] === weights[index]));
    const [one, two] = [rows[index], rows[other]];
    if (one === undefined || two === undefined) continue;
    rows[index] = two;
    rows[other] = one;
  }
  return { kind: 'vectors', vectors: rows };
}

/** `count` beacons of weight `weight` each, one pair after another. */
export function weighing(...groups: readonly (readonly [weight: number, count: number])[]): number[] {
  return groups.flatMap(([weight, count]) => Array.from({ length: count }, () => weight));
}
