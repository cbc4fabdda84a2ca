/** The board of no-four-in-plane: every three set cells cover the rest of their plane. */
import type { Grid } from '#shared/maths/grid.ts';
import { gcd } from '#shared/maths/integer-geometry.ts';
import type { Board } from './board.ts';
import { type Coordinates, coordinatesOf, takeOut } from './coordinates.ts';

/** A change costs one walk over a plane for each two set cells. */
export class PlaneBoard implements Board {
  readonly cover: Int32Array;
  readonly set: number[] = [];
  readonly #n: number;
  readonly #at: Coordinates;
  /** Inverses of q modulo m, at m · width + q; 0 where not yet worked out. */
  readonly #inverses: Int16Array;
  readonly #width: number;

  constructor({ n }: Grid) {
    this.#n = n;
    this.#at = coordinatesOf({ n, dimension: 3 });
    this.cover = new Int32Array(this.#at.x.length);
    // No component of the cross product of two differences is larger than 2 (n − 1)².
    this.#width = 2 * (n - 1) * (n - 1) + 1;
    this.#inverses = new Int16Array(this.#width * this.#width);
  }

  add(cell: number): void {
    this.#coverPlanes(cell, 1);
    this.set.push(cell);
  }

  remove(cell: number): void {
    takeOut(this.set, cell);
    this.#coverPlanes(cell, -1);
  }

  /** The planes through a cell and every two set cells. */
  #coverPlanes(cell: number, by: number): void {
    const { set, cover } = this;
    const { x, y, z } = this.#at;
    const px = x[cell] ?? 0;
    const py = y[cell] ?? 0;
    const pz = z[cell] ?? 0;
    for (let i = 1; i < set.length; i++) {
      const second = set[i] ?? 0;
      const ux = (x[second] ?? 0) - px;
      const uy = (y[second] ?? 0) - py;
      const uz = (z[second] ?? 0) - pz;
      for (let j = 0; j < i; j++) {
        const third = set[j] ?? 0;
        const vx = (x[third] ?? 0) - px;
        const vy = (y[third] ?? 0) - py;
        const vz = (z[third] ?? 0) - pz;
        const a = uy * vz - uz * vy;
        const b = uz * vx - ux * vz;
        const c = ux * vy - uy * vx;
        // Three points on a line lie in a plane with any fourth.
        if (a === 0 && b === 0 && c === 0) for (let at = 0; at < cover.length; at++) cover[at] = (cover[at] ?? 0) + by;
        else this.#coverPlane(a, b, c, a * px + b * py + c * pz, by);
        cover[cell] = (cover[cell] ?? 0) - by;
        cover[second] = (cover[second] ?? 0) - by;
        cover[third] = (cover[third] ?? 0) - by;
      }
    }
  }

  /** All cells with a·x + b·y + c·z = d: solved for the axis of the largest coefficient, so that few are looked at. */
  #coverPlane(a: number, b: number, c: number, d: number, by: number): void {
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
    const { cover } = this;
    const shared = c < 0 ? -gcd(b, c) : gcd(b, c);
    const modulus = (c / shared) | 0;
    const slope = (b / shared) | 0;
    const inverse = modulus === 1 ? 0 : this.#inverse(((slope % modulus) + modulus) % modulus, modulus);
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
        const at = u * strideU + v * strideV + w * strideW;
        cover[at] = (cover[at] ?? 0) + by;
      }
    }
  }

  /** The inverse of `q` modulo `modulus`, which have no common divisor, by Euclid. */
  #inverse(q: number, modulus: number): number {
    const at = modulus * this.#width + q;
    const known = this.#inverses[at] ?? 0;
    if (known !== 0) return known;
    let [larger, smaller, before, last] = [modulus, q, 0, 1];
    while (smaller !== 0) {
      const times = Math.floor(larger / smaller);
      [larger, smaller] = [smaller, larger - times * smaller];
      [before, last] = [last, before - times * last];
    }
    const inverse = before < 0 ? before + modulus : before;
    this.#inverses[at] = inverse;
    return inverse;
  }
}
