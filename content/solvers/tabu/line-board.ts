/** The board of no-three-in-line: every two set cells cover the rest of their line. */
import type { Grid } from '#shared/maths/grid.ts';
import { gcd } from '#shared/maths/integer-geometry.ts';
import type { Board } from './board.ts';
import { type Coordinates, coordinatesOf, takeOut } from './coordinates.ts';

/** A change costs one walk along a line for each set cell. */
export class LineBoard implements Board {
  readonly cover: Int32Array;
  readonly set: number[] = [];
  readonly #n: number;
  readonly #at: Coordinates;
  /** How far apart neighbouring cells are in `cover`, an axis each. */
  readonly #stride: readonly [number, number, number];

  constructor(grid: Grid) {
    this.#n = grid.n;
    this.#at = coordinatesOf(grid);
    this.#stride = grid.dimension === 3 ? [grid.n * grid.n, grid.n, 1] : [grid.n, 1, 0];
    this.cover = new Int32Array(this.#at.x.length);
  }

  add(cell: number): void {
    for (const other of this.set) this.#coverLine(cell, other, 1);
    this.set.push(cell);
  }

  remove(cell: number): void {
    takeOut(this.set, cell);
    for (const other of this.set) this.#coverLine(cell, other, -1);
  }

  /** All cells in line with two others, except those two. */
  #coverLine(cell: number, other: number, by: number): void {
    const { x, y, z } = this.#at;
    const fromX = x[cell] ?? 0;
    const fromY = y[cell] ?? 0;
    const fromZ = z[cell] ?? 0;
    let dx = (x[other] ?? 0) - fromX;
    let dy = (y[other] ?? 0) - fromY;
    let dz = (z[other] ?? 0) - fromZ;
    const apart = gcd(gcd(dx, dy), dz);
    dx /= apart;
    dy /= apart;
    dz /= apart;
    const [strideX, strideY, strideZ] = this.#stride;
    const stride = dx * strideX + dy * strideY + dz * strideZ;
    const forward = Math.min(this.#steps(fromX, dx), this.#steps(fromY, dy), this.#steps(fromZ, dz));
    const backward = Math.min(this.#steps(fromX, -dx), this.#steps(fromY, -dy), this.#steps(fromZ, -dz));
    const { cover } = this;
    for (let step = -backward; step <= forward; step++) {
      if (step === 0 || step === apart) continue;
      const at = cell + step * stride;
      cover[at] = (cover[at] ?? 0) + by;
    }
  }

  /** How many steps of `by` lead from coordinate `from` before the border. */
  #steps(from: number, by: number): number {
    if (by === 0) return this.#n;
    return by > 0 ? Math.floor((this.#n - 1 - from) / by) : Math.floor(from / -by);
  }
}
