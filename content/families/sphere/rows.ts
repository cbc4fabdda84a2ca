/** What an arrangement is whichever way it is turned, mirrored or numbered: for each beacon its sorted distances. */
import { canonicalJson, type Hash, sha256 } from '#shared/base/hash.ts';
import { spacing, squaredChord } from '#shared/maths/sphere.ts';

/** Distances that differ by less are the same. */
const GRID = 1e-5;
/** Room for a distance beside a weight: 2 / GRID and more. */
const WEIGHT_STEP = 1_000_000;
/** Beacons see the same neighbourhood when their distances differ by less than this part of the spacing on average. */
const ALIKE = 0.02;

/**
 * The hash of all rows: a beacon's weight, then the distances to the others by weight and length, in steps of 10⁻⁵;
 * rows in order. Two arrangements with the same hash agree up to rotation, reflection and exchange of equals.
 */
export function rowsHash(points: Float64Array, weights: Float64Array): Hash {
  const rows = rowsOf(points, weights).map((row) =>
    Array.from(row, (entry, at) => (at === 0 ? entry : Math.floor(entry / GRID + 0.5))),
  );
  return sha256(canonicalJson(rows.sort(byEntries)));
}

/**
 * The share of beacons that stand as some beacon of `known` stands among all the others: of the same weight, and its
 * sorted distances within a fiftieth of the spacing on average. An arrangement of which a part was turned or moved
 * keeps none of the whole, so this says less than an alignment would, never more.
 */
export function rowsKinship(points: Float64Array, known: Float64Array, weights: Float64Array): number {
  const others = rowsOf(known, weights);
  const taken = new Uint8Array(others.length);
  const most = ALIKE * spacing(weights.length) * weights.length;
  let shared = 0;
  for (const row of rowsOf(points, weights)) {
    const match = others.findIndex((other, index) => taken[index] === 0 && differ(row, other, most) <= most);
    if (match === -1) continue;
    taken[match] = 1;
    shared++;
  }
  return shared / weights.length;
}

/** Per beacon its weight, then weight × a large step + distance × … of every other one, sorted. */
function rowsOf(points: Float64Array, weights: Float64Array): Float64Array[] {
  return Array.from(weights, (weight, i) => {
    const row = new Float64Array(weights.length);
    let at = 1;
    for (let j = 0; j < weights.length; j++)
      if (j !== i) row[at++] = (weights[j] ?? 1) * WEIGHT_STEP * GRID + Math.sqrt(squaredChord(points, i, j));
    row.subarray(1).sort();
    row[0] = weight;
    return row;
  });
}

/** Sum of differences; infinite for beacons of different weight; not summed further than `most`. */
function differ(a: Float64Array, b: Float64Array, most: number): number {
  if (a[0] !== b[0]) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let at = 1; at < a.length && sum <= most; at++) sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
  return sum;
}

function byEntries(a: readonly number[], b: readonly number[]): number {
  for (const [at, entry] of a.entries()) if (entry !== b[at]) return entry - (b[at] ?? 0);
  return 0;
}
