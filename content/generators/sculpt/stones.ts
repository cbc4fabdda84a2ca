/** Cut crystals, rough pebbles, smooth balls: solids that are made directly because their edges must be crisp. */
import type { Rng } from '#shared/base/rng.ts';
import { cos, sin, TAU } from '#shared/maths/deterministic.ts';
import { length, scale, unit, type Vec3 } from '#shared/maths/vector.ts';
import { stitch } from './lathe.ts';
import { type Shell, shadeShell } from './shell.ts';

/** The shape of a crystal. */
export interface PrismOptions {
  readonly sides: number;
  readonly radius: number;
  /** Metres up to where the tip begins. */
  readonly body: number;
  /** Metres of tip above the body. */
  readonly tip: number;
  /** Radius at the shoulder as a share of that at the foot. */
  readonly taper: number;
  /** The tip's sideways offset as a share of the radius, along +x. */
  readonly lean: number;
  /** A few per cent of irregularity. */
  readonly rng: Rng;
}

/** A crystal standing on the origin: flat sides, a slanted cut tip. */
export function prism(options: PrismOptions): Shell {
  const { sides, radius, body, tip, taper, lean, rng } = options;
  const points: Vec3[] = [];
  const jitter = Array.from({ length: sides }, () => rng.between(0.86, 1.12));
  const cut = Array.from({ length: sides }, () => rng.between(-0.16, 0.16));
  const ring = (height: number, r: number, slant: number) =>
    Array.from({ length: sides }, (_, at) => {
      const angle = (at / sides) * TAU;
      const own = r * (jitter[at] ?? 1);
      points.push([own * cos(angle), height + slant * (cut[at] ?? 0) * radius * 2, own * sin(angle)]);
      return points.length - 1;
    });
  const point = (x: number, y: number) => {
    points.push([x, y, 0]);
    return [points.length - 1];
  };
  const rows = [
    point(0, 0),
    ring(0, radius * 0.82, 0),
    ring(body * 0.45, radius, 0),
    ring(body, radius * taper, 1),
    point(lean * radius, body + tip),
  ];
  return shadeShell({ points, faces: stitch(rows, sides) }, 1);
}

/** A rough stone about the origin: an icosphere whose points wander. @param crease 1 for flat facets, 0 for smooth */
export function pebble(rng: Rng, radii: Vec3, roughness: number, detail: number, crease = 1): Shell {
  const sphere = icosphere(detail);
  const points = sphere.points.map((p): Vec3 => {
    const r = 1 + (rng.unit() - 0.5) * 2 * roughness;
    return [p[0] * radii[0] * r, p[1] * radii[1] * r, p[2] * radii[2] * r];
  });
  return shadeShell({ points, faces: sphere.faces }, crease);
}

/** A smooth ball about the origin. @param detail 1 gives 80 faces, 2 gives 320 */
export function ball(radius: number, detail: number, squash = 1): Shell {
  const { points, faces } = icosphere(detail);
  return shadeShell(
    { points: points.map((p): Vec3 => [p[0] * radius, p[1] * radius * squash, p[2] * radius]), faces },
    -1,
  );
}

/** The icosahedron, each face cut into four as often as `detail` says, on the unit sphere. */
function icosphere(detail: number): { points: Vec3[]; faces: [number, number, number][] } {
  const g = (1 + Math.sqrt(5)) / 2;
  const points: Vec3[] = [
    [-1, g, 0],
    [1, g, 0],
    [-1, -g, 0],
    [1, -g, 0],
    [0, -1, g],
    [0, 1, g],
    [0, -1, -g],
    [0, 1, -g],
    [g, 0, -1],
    [g, 0, 1],
    [-g, 0, -1],
    [-g, 0, 1],
  ].map(([x = 0, y = 0, z = 0]): Vec3 => unit([x, y, z]));
  let faces: [number, number, number][] = [
    [0, 11, 5],
    [0, 5, 1],
    [0, 1, 7],
    [0, 7, 10],
    [0, 10, 11],
    [1, 5, 9],
    [5, 11, 4],
    [11, 10, 2],
    [10, 7, 6],
    [7, 1, 8],
    [3, 9, 4],
    [3, 4, 2],
    [3, 2, 6],
    [3, 6, 8],
    [3, 8, 9],
    [4, 9, 5],
    [2, 4, 11],
    [6, 2, 10],
    [8, 6, 7],
    [9, 8, 1],
  ];
  for (let round = 0; round < detail; round++) {
    const middles = new Map<number, number>();
    const middle = (a: number, b: number) => {
      const key = Math.min(a, b) * 65536 + Math.max(a, b);
      const known = middles.get(key);
      if (known !== undefined) return known;
      const [p, q] = [points[a] ?? [0, 1, 0], points[b] ?? [0, 1, 0]];
      points.push(unit([p[0] + q[0], p[1] + q[1], p[2] + q[2]]));
      middles.set(key, points.length - 1);
      return points.length - 1;
    };
    faces = faces.flatMap(([a, b, c]): [number, number, number][] => {
      const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
      return [
        [a, ab, ca],
        [b, bc, ab],
        [c, ca, bc],
        [ab, bc, ca],
      ];
    });
  }
  return { points: points.map((p) => scale(p, 1 / length(p))), faces };
}
