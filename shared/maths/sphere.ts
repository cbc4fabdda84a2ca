/** Points on the unit sphere as flat arrays x₀, y₀, z₀, x₁, …: read from decimals, written as decimals, spread evenly. */
import { DimensionError } from '#shared/base/errors.ts';
import { cos, sin, TAU } from './deterministic.ts';

/** Decimals of a coordinate as written: well below what a double near 1 can tell apart from its neighbour twice over. */
const DECIMALS = 15;
/**
 * Characters of a decimal that are read: at most 20 significant digits, beyond which the language lets engines round
 * as they like.
 */
const READ = 21;
/** A vector this short or this long has no direction worth trusting. */
const LENGTH = { least: 1e-3, most: 1e3 } as const;
/** 1 / golden ratio², the part of a turn between two neighbours of the spiral. */
const GOLDEN_TURN = 0.3819660112501051;

/**
 * Rows of three decimal strings as unit vectors.
 * @throws DimensionError `payload.vectors` for a row that is not three decimals or has no direction
 */
export function readPoints(rows: readonly (readonly string[])[]): Float64Array {
  const points = new Float64Array(rows.length * 3);
  for (const [index, row] of rows.entries()) {
    const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = row.map((text) => Number(text.slice(0, READ)));
    const length = Math.sqrt(x * x + y * y + z * z);
    if (row.length !== 3 || !(length >= LENGTH.least && length <= LENGTH.most))
      throw new DimensionError('payload.vectors', `Beacon ${index + 1} has no clear direction from the centre.`, {
        beacon: index + 1,
      });
    points.set([x / length, y / length, z / length], index * 3);
  }
  return points;
}

/** Points as rows of decimal strings with 15 decimals: what {@link readPoints} reads, and the same text again after it. */
export function writePoints(points: Float64Array): [string, string, string][] {
  const rows: [string, string, string][] = [];
  for (let at = 0; at < points.length; at += 3)
    rows.push([decimal(points[at]), decimal(points[at + 1]), decimal(points[at + 2])]);
  return rows;
}

/** `count` points on a spiral of golden turns: no two close, no symmetry. @see https://arxiv.org/abs/0912.4540 */
export function spiral(count: number): Float64Array {
  const points = new Float64Array(count * 3);
  for (let i = 0; i < count; i++) {
    const y = 1 - (2 * i + 1) / count;
    const radius = Math.sqrt(1 - y * y);
    const angle = TAU * ((i * GOLDEN_TURN) % 1);
    points.set([radius * cos(angle), y, radius * sin(angle)], i * 3);
  }
  return points;
}

/** Mean distance between neighbours where `count` points are spread evenly: the root of the area each one has. */
export function spacing(count: number): number {
  return Math.sqrt((2 * TAU) / count);
}

/** Pulls every point back onto the sphere, in place. */
export function normalise(points: Float64Array): Float64Array {
  for (let at = 0; at < points.length; at += 3) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    const z = points[at + 2] ?? 0;
    const length = Math.sqrt(x * x + y * y + z * z);
    points[at] = x / length;
    points[at + 1] = y / length;
    points[at + 2] = z / length;
  }
  return points;
}

/** Squared distance between points `i` and `j`. */
export function squaredChord(points: Float64Array, i: number, j: number): number {
  const dx = (points[3 * i] ?? 0) - (points[3 * j] ?? 0);
  const dy = (points[3 * i + 1] ?? 0) - (points[3 * j + 1] ?? 0);
  const dz = (points[3 * i + 2] ?? 0) - (points[3 * j + 2] ?? 0);
  return dx * dx + dy * dy + dz * dz;
}

function decimal(value = 0): string {
  const text = value.toFixed(DECIMALS).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
