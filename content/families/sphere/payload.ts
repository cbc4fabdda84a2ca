/** Vectors as handed in for an instance on the sphere, and when two of them stand at one place. */
import { DimensionError } from '#shared/base/errors.ts';
import { canonicalJson, type Hash, sha256 } from '#shared/base/hash.ts';
import { readPoints, squaredChord, writePoints } from '#shared/maths/sphere.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';
import type { Judgement } from '#shared/records/verdict.ts';

/** Beacons nearer to each other than this, squared, stand at one place. */
const APART = 1e-12;

/** @throws DimensionError `payload.shape`, `payload.kind`, `payload.count`, `payload.vectors` */
export function parseVectors(raw: unknown, n: number): Payload {
  const parsed = payloadSchema.safeParse(raw);
  if (!parsed.success) throw new DimensionError('payload.shape', 'This is not a payload of any kind.');
  if (pointsOf(parsed.data).length !== 3 * n)
    throw new DimensionError('payload.count', `This sphere has ${n} beacons, one vector each.`, { n });
  return parsed.data;
}

/** The unit vectors of a payload. @throws DimensionError `payload.kind`, `payload.vectors` */
export function pointsOf(payload: Payload): Float64Array {
  if (payload.kind !== 'vectors')
    throw new DimensionError('payload.kind', `Beacons are answered by vectors, not by ${payload.kind}.`);
  return readPoints(payload.vectors);
}

/** Unit vectors as a payload. */
export function vectorsPayload(points: Float64Array): Payload {
  return { kind: 'vectors', vectors: writePoints(points) };
}

/** What the judge says of two beacons at one place, or null where there are none. */
export function coincidence(points: Float64Array): Judgement | null {
  for (let i = 1; i < points.length / 3; i++)
    for (let j = 0; j < i; j++)
      if (!(squaredChord(points, i, j) > APART)) {
        const sentence = `Beacons ${j + 1} and ${i + 1} stand at the same place.`;
        return { ok: false, reason: { code: 'sphere.apart', sentence } };
      }
  return null;
}

/** Digest of the points as the judge placed them. */
export function digestOf(points: Float64Array): Hash {
  return sha256(canonicalJson(writePoints(points)));
}
