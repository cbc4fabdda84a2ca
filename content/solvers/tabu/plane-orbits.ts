/** Orbits on the board of no-four-in-plane: of planes that symmetry turns into each other only one is walked. */
import type { Grid } from '#shared/maths/grid.ts';
import { takeOut } from './coordinates.ts';
import type { Pieces } from './pieces.ts';
import { type Inverses, PlaneWalk } from './plane-walk.ts';

/** Planes are counted in sixths, so that one that is met two or three times counts once in whole numbers. */
const WHOLE = 6;

/**
 * A change walks only the planes through the first cell of the orbit: the symmetry brings them to the other cells, and
 * what all of them add to an orbit is what one adds, times the cells of the changed orbit. So it costs as many times
 * less as the group has members.
 */
export class PlaneOrbits implements Pieces {
  readonly count: number;
  readonly set: number[] = [];
  readonly #orbits: readonly (readonly number[])[];
  /** By orbit: all cells of it in all planes of three set cells, those three left out, in sixths. */
  readonly #totals: Int32Array;
  /** By orbit: what a total is that stands for one plane through each cell. */
  readonly #units: Int32Array;
  readonly #walk: PlaneWalk;

  /** @param orbits of one group; cells that are in none are not counted */
  constructor(grid: Grid, orbits: readonly (readonly number[])[], inverses: Inverses) {
    this.count = orbits.length;
    this.#orbits = orbits;
    this.#totals = new Int32Array(orbits.length + 1);
    this.#units = Int32Array.from(orbits, ({ length }) => WHOLE * length);
    const targets = new Int32Array(grid.n ** 3).fill(orbits.length);
    for (const [orbit, cells] of orbits.entries()) for (const cell of cells) targets[cell] = orbit;
    this.#walk = new PlaneWalk(grid, this.#totals, targets, inverses);
  }

  tension(orbit: number): number {
    return (this.#totals[orbit] ?? 0) / (this.#units[orbit] ?? 1);
  }

  add(orbit: number): void {
    const cells = this.#orbits[orbit] ?? [];
    this.#cover(cells, 1);
    this.set.push(...cells);
  }

  remove(orbit: number): void {
    const cells = this.#orbits[orbit] ?? [];
    for (const cell of cells) takeOut(this.set, cell);
    this.#cover(cells, -1);
  }

  /** The planes of three cells of which at least one is among `cells`; the set cells are all others. */
  #cover(cells: readonly number[], by: number): void {
    const [first] = cells;
    if (first === undefined) return;
    const old = this.set.length;
    const others = [...this.set, ...cells.slice(1)];
    // A plane with two or three of the cells is met from each of them.
    const shares = [WHOLE, WHOLE / 2, WHOLE / 3].map((share) => share * cells.length * by);
    for (let i = 1; i < others.length; i++)
      for (let j = 0; j < i; j++) {
        const share = shares[(i >= old ? 1 : 0) + (j >= old ? 1 : 0)] ?? 0;
        this.#walk.add(first, others[i] ?? 0, others[j] ?? 0, share);
      }
  }
}
