/** Exact tests on whole-number points: greatest common divisor, direction, one line, one plane. No rounding can enter. */

/** A point with whole-number coordinates: two of them in the plane, three in space. */
export type IntegerPoint = readonly number[];

/** The greatest common divisor of two whole numbers, never negative; 0 only for (0, 0). */
export function gcd(a: number, b: number): number {
  let larger = Math.abs(a);
  let smaller = Math.abs(b);
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** True when three points of the plane or of space lie on one line; two equal points always do with a third. */
export function collinear(a: IntegerPoint, b: IntegerPoint, c: IntegerPoint): boolean {
  const [ax = 0, ay = 0, az = 0] = a;
  const [bx = 0, by = 0, bz = 0] = b;
  const [cx = 0, cy = 0, cz = 0] = c;
  const ux = bx - ax;
  const uy = by - ay;
  const uz = bz - az;
  const vx = cx - ax;
  const vy = cy - ay;
  const vz = cz - az;
  return ux * vy === uy * vx && uy * vz === uz * vy && uz * vx === ux * vz;
}

/**
 * Six times the signed volume of the tetrahedron a, b, c, d: the 3 × 3 determinant of its edges from a. Exact for
 * coordinates below 100,000.
 */
export function sixfoldVolume(a: IntegerPoint, b: IntegerPoint, c: IntegerPoint, d: IntegerPoint): number {
  const [ax = 0, ay = 0, az = 0] = a;
  const [bx = 0, by = 0, bz = 0] = b;
  const [cx = 0, cy = 0, cz = 0] = c;
  const [dx = 0, dy = 0, dz = 0] = d;
  const normalX = (by - ay) * (cz - az) - (bz - az) * (cy - ay);
  const normalY = (bz - az) * (cx - ax) - (bx - ax) * (cz - az);
  const normalZ = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  return normalX * (dx - ax) + normalY * (dy - ay) + normalZ * (dz - az);
}

/** True when four points of space lie in one plane. */
export function coplanar(a: IntegerPoint, b: IntegerPoint, c: IntegerPoint, d: IntegerPoint): boolean {
  return sixfoldVolume(a, b, c, d) === 0;
}
