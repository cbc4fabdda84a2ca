/** Basin hopping with restarts: down into a hollow, a move, down again; kept when hardly worse; from anew when stuck. */

import type { SolveRun, SolveStep } from '#content/solvers/solver.ts';
import type { Rng } from '#shared/base/rng.ts';
import { ln } from '#shared/maths/deterministic.ts';
import { writePoints } from '#shared/maths/sphere.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Landscape, WayDown } from './landscape.ts';
import { hop, scatter } from './moves.ts';
import { symmetric } from './symmetric.ts';

/** How a search goes: fresh starts, then hops from the lowest hollow among them, then fresh starts again. */
export interface HoppingRules {
  /** Share of fresh starts that try a symmetry first. */
  readonly symmetric: number;
  readonly starts: number;
  /** Hops without a lower hollow, before fresh starts: this many and as many a beacon. */
  readonly hops: { readonly least: number; readonly each: number };
}

/** What the registered solvers use. */
export const HOPPING: HoppingRules = { symmetric: 0.6, starts: 16, hops: { least: 6, each: 0.1 } };
/** Random restart: the plain baseline. */
export const RESTARTING: HoppingRules = {
  symmetric: 0,
  starts: Number.POSITIVE_INFINITY,
  hops: { least: 0, each: 0 },
};

/** A gain smaller than this part of the height is rounding in a hollow, and not worth saying on the way down. */
const GAIN = { settled: 1e-13, onTheWay: 1e-6 } as const;

/** @see Wales and Doye 1997, https://doi.org/10.1021/jp970984n */
export class HoppingRun implements SolveRun {
  readonly #land: Landscape;
  readonly #rng: Rng;
  readonly #rules: HoppingRules;
  #way: WayDown;
  /** The hollow to hop from: null before the first of some fresh starts came down. */
  #here: { readonly points: Float64Array; readonly height: number } | null = null;
  /** Fresh starts still to come down before the hops begin. */
  #starts: number;
  /** The lowest since then, and the hops since it was reached. */
  #lowest = Number.POSITIVE_INFINITY;
  #idle = 0;
  #best: { readonly points: Float64Array; readonly height: number };

  constructor(land: Landscape, rng: Rng, rules: HoppingRules) {
    this.#land = land;
    this.#rng = rng;
    this.#rules = rules;
    this.#starts = rules.starts;
    const points = scatter(rng, land.weights.length);
    this.#best = { points, height: land.height(points) };
    this.#way = land.descend(points, false);
  }

  next(): SolveStep {
    this.#way.next();
    let points = this.#way.point();
    let height = this.#land.height(points);
    if (this.#way.done && height < this.#best.height + this.#land.slack) {
      points = this.#land.settle(points);
      height = this.#land.height(points);
    }
    const gain = this.#way.done ? GAIN.settled : GAIN.onTheWay;
    const found = height < this.#best.height - gain * Math.abs(this.#best.height);
    if (found) this.#best = { points, height };
    if (this.#way.done) this.#leave(points, height);
    return { progress: this.#land.progress(this.#best.height), found: found ? this.best() : null };
  }

  best(): Payload {
    return { kind: 'vectors', vectors: writePoints(this.#best.points) };
  }

  close(): void {}

  /** Goes on from the hollow just reached: another fresh start, or a hop from here or from where it hopped last. */
  #leave(points: Float64Array, height: number): void {
    const { weights, warmth } = this.#land;
    const { starts, hops } = this.#rules;
    const screening = this.#starts > 0;
    const most = this.#here === null ? height : this.#here.height - (screening ? 0 : warmth * ln(1 - this.#rng.unit()));
    if (this.#here === null || height <= most) this.#here = { points, height };
    if (screening) this.#starts--;
    this.#idle = screening || this.#here.height < this.#lowest - warmth / 1_000 ? 0 : this.#idle + 1;
    this.#lowest = Math.min(this.#lowest, this.#here.height);
    if (!screening && this.#idle >= hops.least + hops.each * weights.length) {
      this.#here = null;
      this.#lowest = Number.POSITIVE_INFINITY;
      this.#starts = starts;
    }
    this.#way =
      this.#here === null || this.#starts > 0
        ? this.#land.descend(this.#fresh(), false)
        : this.#land.descend(hop(this.#rng, this.#here.points, weights), true);
  }

  #fresh(): Float64Array {
    const { weights } = this.#land;
    const start = this.#rng.chance(this.#rules.symmetric) ? symmetric(this.#rng, weights) : null;
    return start ?? scatter(this.#rng, weights.length);
  }
}
