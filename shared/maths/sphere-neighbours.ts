/** Who neighbours whom on a sphere: the Delaunay triangulation, one point at a time. */

interface Seen {
  readonly index: number;
  readonly u: number;
  readonly v: number;
}

/** A turn smaller than this, relative, is no turn: four points on one circle are not joined across. */
const STRAIGHT = 1e-9;

/**
 * The neighbours of every point, as indices in the order they surround it. Inversion at a point carries the sphere to a
 * plane and the circles through that point to lines: its neighbours are the corners of the hull there.
 * @param points flat unit vectors, no two of them equal
 * @see Brown 1979, https://doi.org/10.1016/0020-0190(79)90074-7
 */
export function neighboursOf(points: Float64Array): number[][] {
  const count = points.length / 3;
  return Array.from({ length: count }, (_, i) => hull(seenFrom(points, i)));
}

/** All other points, inverted at point `i` and laid into its tangent plane. */
function seenFrom(points: Float64Array, i: number): Seen[] {
  const x = points[3 * i] ?? 0;
  const y = points[3 * i + 1] ?? 0;
  const z = points[3 * i + 2] ?? 0;
  // Two directions along the tangent plane: the axis least along the point, made square to it, and their product.
  const axis = Math.abs(x) < 0.6 ? [1, 0, 0] : [0, 1, 0];
  const [ax = 0, ay = 0, az = 0] = axis;
  const along = ax * x + ay * y + az * z;
  const length = Math.sqrt(1 - along * along);
  const [ux, uy, uz] = [(ax - along * x) / length, (ay - along * y) / length, (az - along * z) / length];
  const [vx, vy, vz] = [y * uz - z * uy, z * ux - x * uz, x * uy - y * ux];
  const seen: Seen[] = [];
  for (let j = 0; j < points.length / 3; j++) {
    if (j === i) continue;
    const dx = (points[3 * j] ?? 0) - x;
    const dy = (points[3 * j + 1] ?? 0) - y;
    const dz = (points[3 * j + 2] ?? 0) - z;
    const square = dx * dx + dy * dy + dz * dz;
    const u = (dx * ux + dy * uy + dz * uz) / square;
    const v = (dx * vx + dy * vy + dz * vz) / square;
    seen.push({ index: j, u, v });
  }
  return seen.sort((a, b) => a.u - b.u || a.v - b.v || a.index - b.index);
}

/** Corners of the hull of points sorted by u, then v. @see Andrew 1979, https://doi.org/10.1016/0020-0190(79)90072-3 */
function hull(sorted: readonly Seen[]): number[] {
  if (sorted.length < 3) return sorted.map(({ index }) => index);
  const lower = chain(sorted);
  const upper = chain([...sorted].reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)].map(({ index }) => index);
}

function chain(points: readonly Seen[]): Seen[] {
  const kept: Seen[] = [];
  for (const point of points) {
    while (kept.length > 1 && !turnsLeft(kept.at(-2), kept.at(-1), point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function turnsLeft(a: Seen | undefined, b: Seen | undefined, c: Seen): boolean {
  if (a === undefined || b === undefined) return true;
  const [abU, abV, bcU, bcV] = [b.u - a.u, b.v - a.v, c.u - b.u, c.v - b.v];
  return abU * bcV - abV * bcU > STRAIGHT * (Math.abs(abU * bcV) + Math.abs(abV * bcU));
}
