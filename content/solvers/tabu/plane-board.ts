/** The board of no-four-in-plane: every three set cells cover the rest of their plane. */
import type { Grid } from '#shared/maths/grid.ts';
import type { Board } from './board.ts';
import { takeOut } from './coordinates.ts';
import { type Inverses, PlaneWalk } from './plane-walk.ts';

/** A change costs one walk over a plane for each two set cells. */
export class PlaneBoard implements Board {
  readonly cover: Int32Array;
  readonly set: number[] = [];
  readonly #walk: PlaneWalk;

  constructor(grid: Grid, inverses: Inverses) {
    const cells = grid.n ** 3;
    this.cover = new Int32Array(cells);
    const itself = Int32Array.from({ length: cells }, (_, cell) => cell);
    this.#walk = new PlaneWalk(grid, this.cover, itself, inverses);
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
    const { set } = this;
    for (let i = 1; i < set.length; i++) for (let j = 0; j < i; j++) this.#walk.add(cell, set[i] ?? 0, set[j] ?? 0, by);
  }
}
