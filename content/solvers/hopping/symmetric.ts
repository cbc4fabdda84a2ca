/** Starts with a symmetry: many of the best arrangements have one, and chance alone seldom meets it. */
import type { Rng } from '#shared/base/rng.ts';
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import { direction } from './moves.ts';

/** Row by row. */
type Rotation = readonly [number, number, number, number, number, number, number, number, number];

/** x, y, z of a unit vector. */
type Direction = readonly [number, number, number];

/** A finite group of rotations with the points it maps to fewer than one each: those on its axes. */
interface Group {
  readonly rotations: readonly Rotation[];
  /** Orbits of axis points, every one a list of directions. */
  readonly special: readonly (readonly Direction[])[];
}

const GOLDEN = (1 + Math.sqrt(5)) / 2;

/**
 * Points that a random group of rotations maps onto themselves, beacons of each weight apart; null where the numbers
 * do not divide. A little chance is added, so that the way down can leave the symmetry.
 */
export function symmetric(rng: Rng, weights: Float64Array): Float64Array | null {
  const group = pickGroup(rng, weights.length);
  const free = group.special.map((_, index) => index);
  const points = new Float64Array(3 * weights.length);
  for (let from = 0; from < weights.length; ) {
    let to = from;
    while (to < weights.length && weights[to] === weights[from]) to++;
    if (!fill(rng, group, free, points, from, to)) return null;
    from = to;
  }
  for (let at = 0; at < points.length; at++) points[at] = (points[at] ?? 0) + rng.between(-1e-3, 1e-3);
  return points;
}

/** Fills the places `from` … `to` with whole orbits: special ones until the rest divides, then general ones. */
function fill(rng: Rng, group: Group, free: number[], points: Float64Array, from: number, to: number): boolean {
  const order = group.rotations.length;
  let at = from;
  while ((to - at) % order !== 0 || (to - at >= order && free.length > 0 && rng.chance(0.3))) {
    const fitting = free.filter((index) => (group.special[index]?.length ?? 0) <= to - at);
    if (fitting.length === 0) return false;
    const taken = rng.pick(fitting);
    free.splice(free.indexOf(taken), 1);
    for (const point of group.special[taken] ?? []) points.set(point, 3 * at++);
  }
  while (at < to) for (const point of orbit(group.rotations, direction(rng))) points.set(point, 3 * at++);
  return true;
}

function pickGroup(rng: Rng, count: number): Group {
  const kind = rng.unit();
  if (kind < 0.2 && count > 20) return ICOSAHEDRAL;
  if (kind < 0.3) return rng.chance(0.5) ? TETRAHEDRAL : OCTAHEDRAL;
  const fold = rng.int(2, 6);
  return kind < 0.55 ? cyclic(fold) : dihedral(fold);
}

function cyclic(fold: number): Group {
  return { rotations: closed([about([0, 0, 1], fold)]), special: [[[0, 0, 1]], [[0, 0, -1]]] };
}

function dihedral(fold: number): Group {
  const rotations = closed([about([0, 0, 1], fold), about([1, 0, 0], 2)]);
  // The half-turn axes fall into two kinds: an odd group has one through each end of an axis.
  const half = TAU / (2 * fold);
  const other: Direction = fold % 2 === 1 ? [-1, 0, 0] : [cos(half), sin(half), 0];
  const axes: readonly Direction[] = [[0, 0, 1], [1, 0, 0], other];
  return { rotations, special: axes.map((axis) => orbit(rotations, axis)) };
}

const TETRAHEDRAL = polyhedral(
  [about([1, 1, 1], 3), about([0, 0, 1], 2)],
  [
    [1, 1, 1],
    [-1, -1, -1],
    [0, 0, 1],
  ],
);
const OCTAHEDRAL = polyhedral(
  [about([1, 1, 1], 3), about([0, 0, 1], 4)],
  [
    [0, 0, 1],
    [1, 1, 1],
    [1, 1, 0],
  ],
);
const ICOSAHEDRAL = polyhedral(
  [about([1, 1, 1], 3), about([0, 1, GOLDEN], 5)],
  [
    [0, 1, GOLDEN],
    [1, 1, 1],
    [0, 0, 1],
  ],
);

function polyhedral(generators: readonly Rotation[], axes: readonly Direction[]): Group {
  const rotations = closed(generators);
  return { rotations, special: axes.map((axis) => orbit(rotations, unit(axis))) };
}

/** The different images of a point. */
function orbit(rotations: readonly Rotation[], [x, y, z]: Direction): readonly Direction[] {
  const images: Direction[] = [];
  for (const [a, b, c, d, e, f, g, h, i] of rotations) {
    const image = [a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z] as const;
    if (images.every((other) => distance(other, image) > 1e-6)) images.push(image);
  }
  return images;
}

/** The rotation by 1/`fold` of a turn about an axis. */
function about(axis: Direction, fold: number): Rotation {
  const [x, y, z] = unit(axis);
  const [c, s] = [cos(TAU / fold), sin(TAU / fold)];
  const t = 1 - c;
  return [
    t * x * x + c,
    t * x * y - s * z,
    t * x * z + s * y,
    t * x * y + s * z,
    t * y * y + c,
    t * y * z - s * x,
    t * x * z - s * y,
    t * y * z + s * x,
    t * z * z + c,
  ];
}

/** The group that the generators make. */
function closed(generators: readonly Rotation[]): readonly Rotation[] {
  const group: Rotation[] = [[1, 0, 0, 0, 1, 0, 0, 0, 1]];
  for (let at = 0; at < group.length; at++)
    for (const generator of generators) {
      const product = times(generator, group[at] ?? generator);
      if (group.every((other) => distance(other, product) > 1e-6)) group.push(product);
    }
  return group;
}

function times([a, b, c, d, e, f, g, h, i]: Rotation, [p, q, r, s, t, u, v, w, x]: Rotation): Rotation {
  return [
    a * p + b * s + c * v,
    a * q + b * t + c * w,
    a * r + b * u + c * x,
    d * p + e * s + f * v,
    d * q + e * t + f * w,
    d * r + e * u + f * x,
    g * p + h * s + i * v,
    g * q + h * t + i * w,
    g * r + h * u + i * x,
  ];
}

function unit([x, y, z]: Direction): Direction {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

function distance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0);
}
