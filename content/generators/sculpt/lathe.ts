/** Turned bodies: a profile swept about the Y axis, round or with a few flat sides. */
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import { type RawShell, type Shell, shadeShell } from './shell.ts';

/** Radius and height in metres, from the bottom up along the outside; a radius of 0 closes the body. */
export type Profile = readonly (readonly [radius: number, height: number])[];

/** How a profile is turned. */
export interface LatheOptions {
  /** Facets around; 5 to 8 look like cut stone, 24 and more round. */
  readonly sides: number;
  /** Cosine of the crease angle (see shadeShell); 0.8 when left out. */
  readonly crease?: number;
  /** Factor on the radius by angle in radians and place along the profile 0 … 1. */
  readonly ripple?: (angle: number, along: number) => number;
  /** Metres added to the height by angle and place: wavy rims. */
  readonly lift?: (angle: number, along: number) => number;
  /** A profile that returns to its first point is a ring: it gets no ends. */
  readonly ring?: boolean;
}

/** The body of a profile; ends whose radius is not 0 are closed by a flat disc unless it is a ring. */
export function lathe(profile: Profile, options: LatheOptions): Shell {
  return shadeShell(turn(profile, options), options.crease ?? 0.8);
}

/** A ring of round section lying in the XZ plane. */
export function torus(radius: number, thickness: number, sides: number, around = 8): Shell {
  const profile = Array.from({ length: around }, (_, at) => {
    const angle = (at / around) * TAU;
    return [radius + thickness * cos(angle), thickness * sin(angle)] as const;
  });
  return lathe(profile, { sides, ring: true, crease: 0.3 });
}

/** A smooth profile through a few points (Catmull–Rom), radii kept from going negative. */
export function smoothProfile(points: Profile, stepsEach: number): Profile {
  const out: [number, number][] = [];
  const at = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))] ?? ([0, 0] as const);
  for (let segment = 0; segment < points.length - 1; segment++)
    for (let step = 0; step < stepsEach; step++) {
      const t = step / stepsEach;
      const [a, b, c, d] = [at(segment - 1), at(segment), at(segment + 1), at(segment + 2)];
      out.push([Math.max(0, spline(a[0], b[0], c[0], d[0], t)), spline(a[1], b[1], c[1], d[1], t)]);
    }
  const last = at(points.length - 1);
  out.push([last[0], last[1]]);
  return out;
}

function turn(profile: Profile, options: LatheOptions): RawShell {
  const { sides, ripple, lift, ring = false } = options;
  const points: Vec3[] = [];
  const uv: [number, number][] = [];
  const rows: number[][] = profile.map(([radius, height], row) => {
    const along = row / Math.max(1, profile.length - 1);
    const count = radius < 1e-6 ? 1 : sides;
    return Array.from({ length: count }, (_, side) => {
      const angle = (side / sides) * TAU;
      const r = radius * (ripple?.(angle, along) ?? 1);
      points.push([r * cos(angle), height + (lift?.(angle, along) ?? 0), r * sin(angle)]);
      uv.push([side / sides, along]);
      return points.length - 1;
    });
  });
  if (ring) {
    const first = rows[0];
    if (first !== undefined) rows.push(first);
  } else {
    rows.unshift(capRow(rows[0] ?? [], profile[0]?.[1] ?? 0, 0, points, uv));
    rows.push(capRow(rows[rows.length - 1] ?? [], profile[profile.length - 1]?.[1] ?? 0, 1, points, uv));
  }
  return { points, uv, faces: stitch(rows, sides) };
}

/** The middle of an open end, as a row of one point. */
function capRow(
  row: readonly number[],
  height: number,
  along: number,
  points: Vec3[],
  uv: [number, number][],
): number[] {
  if (row.length <= 1) return [...row];
  let sum = 0;
  for (const index of row) sum += points[index]?.[1] ?? height;
  points.push([0, sum / row.length, 0]);
  uv.push([0, along]);
  return [points.length - 1];
}

/** Triangles between neighbouring rows; a row of one point makes a fan. */
export function stitch(rows: readonly (readonly number[])[], sides: number): [number, number, number][] {
  const faces: [number, number, number][] = [];
  for (let row = 0; row < rows.length - 1; row++) {
    const below = rows[row] ?? [];
    const above = rows[row + 1] ?? [];
    for (let side = 0; side < sides; side++) {
      const a = below[side % below.length] ?? 0;
      const b = below[(side + 1) % below.length] ?? 0;
      const c = above[side % above.length] ?? 0;
      const d = above[(side + 1) % above.length] ?? 0;
      if (a !== b) faces.push([a, c, b]);
      if (c !== d) faces.push([b, c, d]);
    }
  }
  return faces.filter(([a, b, c]) => a !== b && b !== c && a !== c);
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
