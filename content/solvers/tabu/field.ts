/** A search under way: which orbits are set, and which must wait before they may be set again. */
import type { Rng } from '#shared/base/rng.ts';
import { takeOut } from './coordinates.ts';
import type { Pieces } from './pieces.ts';

/** All orbits of one group; a plain search has orbits of one cell. */
export class Field {
  /** Numbers of the set orbits. */
  readonly on: number[] = [];
  readonly #pieces: Pieces;
  readonly #rng: Rng;
  readonly #isOn: Uint8Array;
  /** Until which iteration an orbit stays out, or stays in. */
  readonly #until: Int32Array;
  #iteration = 0;

  constructor(pieces: Pieces, rng: Rng) {
    this.#pieces = pieces;
    this.#rng = rng;
    this.#isOn = new Uint8Array(pieces.count);
    this.#until = new Int32Array(pieces.count);
  }

  /** The set cells, in no order that matters. */
  get cells(): readonly number[] {
    return this.#pieces.set;
  }

  /** How many cells are set. */
  get size(): number {
    return this.#pieces.set.length;
  }

  /** Forbidden sets that a cell of an orbit completes. */
  tension(orbit: number): number {
    return this.#pieces.tension(orbit);
  }

  /** Every wait counts in iterations. */
  tick(): void {
    this.#iteration++;
  }

  /** Of the orbits that may be set, one that breaks least; −1 when all wait. Ties fall by chance. */
  freest(): number {
    const pieces = this.#pieces;
    let least = Number.POSITIVE_INFINITY;
    let pick = -1;
    let ties = 0;
    for (let orbit = 0; orbit < pieces.count; orbit++) {
      if (this.#isOn[orbit] === 1 || (this.#until[orbit] ?? 0) > this.#iteration) continue;
      const tension = pieces.tension(orbit);
      if (tension < least) {
        least = tension;
        pick = orbit;
        ties = 1;
      } else if (tension === least && this.#rng.int(0, ties++) === 0) pick = orbit;
    }
    return pick;
  }

  /** Of the set orbits that break the rule, the worst but `spared` and those that stay; −1 when there is none. */
  worst(spared: number): number {
    let most = 0;
    let pick = -1;
    let ties = 0;
    for (const orbit of this.on) {
      const tension = this.tension(orbit);
      if (tension === 0 || tension < most || orbit === spared || (this.#until[orbit] ?? 0) > this.#iteration) continue;
      if (tension > most) {
        most = tension;
        pick = orbit;
        ties = 1;
      } else if (this.#rng.int(0, ties++) === 0) pick = orbit;
    }
    return pick;
  }

  /** True while nothing set breaks the rule. */
  get holds(): boolean {
    for (const orbit of this.on) if (this.tension(orbit) > 0) return false;
    return true;
  }

  /** @param stay iterations, fewer by chance, in which `worst` does not name it */
  set(orbit: number, stay: number): void {
    this.#pieces.add(orbit);
    this.on.push(orbit);
    this.#isOn[orbit] = 1;
    this.#until[orbit] = stay === 0 ? 0 : this.#iteration + 1 + this.#rng.int(0, stay);
  }

  /** @param wait iterations, up to twice as many by chance, in which it is not set again */
  clear(orbit: number, wait: number): void {
    this.#pieces.remove(orbit);
    takeOut(this.on, orbit);
    this.#isOn[orbit] = 0;
    this.#until[orbit] = this.#iteration + wait + this.#rng.int(0, wait);
  }

  /** Leaves an empty board. */
  empty(): void {
    for (const orbit of this.on) {
      this.#pieces.remove(orbit);
      this.#isOn[orbit] = 0;
    }
    this.on.length = 0;
    this.#until.fill(0);
  }
}
