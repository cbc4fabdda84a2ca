/** The cells of a plane through three others, walked without looking at the rest of the cube. */
import type { Grid } from '#shared/maths/grid.ts';
import { gcd } from '#shared/maths/integer-geometry.ts';
import { type Coordinates, coordinatesOf } from './coordinates.ts';

/** Inverses modulo small numbers, kept once for all boards of one cube: m · width + q; 0 where not yet worked out. */
export class Inverses {
  readonly #known: Int16Array;
  readonly #width: number;

  /** @param n side of the cube: no component of the cross product of two differences is larger than 2 (n − 1)² */
  constructor(n: number) {
    this.#width = 2 * (n - 1) * (n - 1) + 1;
    this.#known = new Int16Array(this.#width * this.#width);
  }

  /** The inverse of `q` modulo `modulus`, which have no common divisor, by Euclid. */
  of(q: number, modulus: number): number {
    const at = modulus * this.#width + q;
    const known = this.#known[at] ?? 0;
    if (known !== 0) return known;
    let [larger, smaller, before, last] = [modulus, q, 0, 1];
    while (smaller !== 0) {
      const times = Math.floor(larger / smaller);
      [larger, smaller] = [smaller, larger - times * smaller];
      [before, last] = [last, before - times * last];
    }
    const inverse = before < 0 ? before + modulus : before;
    this.#known[at] = inverse;
    return inverse;
  }
}

/** Adds to the totals of what lies in a plane. */
export class PlaneWalk {
  readonly at: Coordinates;
  readonly #n: number;
  readonly #totals: Int32Array;
  readonly #targets: Int32Array;
  readonly #inverses: Inverses;

  /**
   * @param totals what is added to
   * @param targets by cell the index of its total
   */
  constructor({ n }: Grid, totals: Int32Array, targets: Int32Array, inverses: Inverses) {
    this.#n = n;
    this.at = coordinatesOf({ n, dimension: 3 });
    this.#totals = totals;
    this.#targets = targets;
    this.#inverses = inverses;
  }

  /** Adds `by` for every cell that lies in a plane with three others, but not for those three. */
  add(cell: number, second: number, third: number, by: number): void {
    const { x, y, z } = this.at;
    const px = x[cell] ?? 0;
    const py = y[cell] ?? 0;
    const pz = z[cell] ?? 0;
    const ux = (x[second] ?? 0) - px;
    const uy = (y[second] ?? 0) - py;
    const uz = (z[second] ?? 0) - pz;
    const vx = (x[third] ?? 0) - px;
    const vy = (y[third] ?? 0) - py;
    const vz = (z[third] ?? 0) - pz;
    const a = uy * vz - uz * vy;
    const b = uz * vx - ux * vz;
    const c = ux * vy - uy * vx;
    // Three points on a line lie in a plane with any fourth.
    if (a === 0 && b === 0 && c === 0) for (let at = 0; at < this.#targets.length; at++) this.#count(at, by);
    else this.#plane(a, b, c, a * px + b * py + c * pz, by);
    this.#count(cell, -by);
    this.#count(second, -by);
    this.#count(third, -by);
  }

  #count(cell: number, by: number): void {
    const target = this.#targets[cell] ?? 0;
    this.#totals[target] = (this.#totals[target] ?? 0) + by;
  }

  /** All cells with a·x + b·y + c·z = d: solved for the axis of the largest coefficient, so that few are looked at. */
  #plane(a: number, b: number, c: number, d: number, by: number): void {
    const n = this.#n;
    const sizeA = Math.abs(a);
    const sizeB = Math.abs(b);
    const sizeC = Math.abs(c);
    if (sizeC >= sizeA && sizeC >= sizeB) this.#solve(a, b, c, d, n * n, n, 1, by);
    else if (sizeB >= sizeA) this.#solve(a, c, b, d, n * n, 1, n, by);
    else this.#solve(b, c, a, d, n, 1, n * n, by);
  }

  /** All (u, v, w) of the grid with a·u + b·v + c·w = d, c not 0, and how far apart neighbours are along each. */
  #solve(
    a: number,
    b: number,
    c: number,
    d: number,
    strideU: number,
    strideV: number,
    strideW: number,
    by: number,
  ): void {
    const n = this.#n;
    const totals = this.#totals;
    const targets = this.#targets;
    const shared = c < 0 ? -gcd(b, c) : gcd(b, c);
    const modulus = (c / shared) | 0;
    const slope = (b / shared) | 0;
    const inverse = modulus === 1 ? 0 : this.#inverses.of(((slope % modulus) + modulus) % modulus, modulus);
    for (let u = 0; u < n; u++) {
      const left = d - a * u;
      if (left % shared !== 0) continue;
      const rest = (left / shared) | 0;
      // slope · v + modulus · w = rest: the first v ≥ 0, and from there every modulus-th.
      let v = modulus === 1 ? 0 : (Math.imul(rest % modulus, inverse) % modulus) | 0;
      if (v < 0) v += modulus;
      if (v >= n) continue;
      let w = ((rest - slope * v) / modulus) | 0;
      for (; v < n; v += modulus, w -= slope) {
        if (w < 0 || w >= n) continue;
        const target = targets[u * strideU + v * strideV + w * strideW] ?? 0;
        totals[target] = (totals[target] ?? 0) + by;
      }
    }
  }
}
