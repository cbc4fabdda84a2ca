/** Things with a place, kept by the square of ground they reach into: asking what is near costs one look-up. */

/** Something round on the ground, metres. */
export interface Placed {
  readonly x: number;
  readonly z: number;
}

/** Side of a square in metres. */
const SIDE = 8;

/** Finds the things that reach to a place, always in the order in which they were given. */
export class Cells<T extends Placed> {
  readonly #width: number;
  readonly #half: number;
  readonly #cells: readonly (readonly T[])[];

  /**
   * @param half no question is asked farther than this from the middle along X or Z, m
   * @param reachOf how far a thing reaches from its middle, m
   */
  constructor(things: readonly T[], half: number, reachOf: (thing: T) => number) {
    this.#half = half;
    this.#width = Math.ceil((2 * half) / SIDE);
    const cells: T[][] = Array.from({ length: this.#width * this.#width }, () => []);
    for (const thing of things) {
      const reach = reachOf(thing);
      for (let row = this.#line(thing.z - reach); row <= this.#line(thing.z + reach); row++)
        for (let column = this.#line(thing.x - reach); column <= this.#line(thing.x + reach); column++)
          cells[row * this.#width + column]?.push(thing);
    }
    this.#cells = cells;
  }

  /** Everything that may reach to (x, z); nothing outside the square. */
  at(x: number, z: number): readonly T[] {
    if (Math.abs(x) > this.#half || Math.abs(z) > this.#half) return NOTHING;
    return this.#cells[this.#line(z) * this.#width + this.#line(x)] ?? NOTHING;
  }

  #line(metres: number): number {
    return Math.min(this.#width - 1, Math.max(0, Math.floor((metres + this.#half) / SIDE)));
  }
}

const NOTHING: readonly never[] = [];
