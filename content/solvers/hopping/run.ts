/** Basin hopping with restarts: down into a hollow, a move, down again; kept when hardly worse; from anew when stuck. */
import type { Rng } from '#shared/base/rng.ts';
import { ln } from '#shared/maths/deterministic.ts';
import { writePoints } from '#shared/maths/sphere.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { SolveRun, SolveStep } from '#content/solvers/solver.ts';
import type { Landscape, WayDown } from './landscape.ts';
import { hop, scatter } from './moves.ts';
import { symmetric } from './symmetric.ts';

/** How a search goes; the plain baseline restarts at random and nothing else. */
export interface HoppingRules {
  /** Share of fresh starts that try a symmetry first. */
  readonly symmetric: number;
  /** Hops without a lower hollow, before a fresh start: this many and as many a beacon. */
  readonly hops: { readonly least: number; readonly each: number };
}

/** What the registered solvers use. */
export const HOPPING: HoppingRules = { symmetric: 0.5, hops: { least: 6, each: 0.3 } };
/** Random restart: the plain baseline. */
export const RESTARTING: HoppingRules = { symmetric: 0, hops: { least: 0, each: 0 } };

/** A gain smaller than this part of the height is rounding in a hollow, and not worth saying on the way down. */
const GAIN = { settled: 1e-13, onTheWay: 1e-6 } as const;

/** @see Wales and Doye 1997, https://doi.org/10.1021/jp970984n */
export class HoppingRun implements SolveRun {
  readonly #land: Landscape;
  readonly #rng: Rng;
  readonly #rules: HoppingRules;
  #way: WayDown;
  /** The hollow to hop from: null on a fresh start. */
  #here: { readonly points: Float64Array; readonly height: number } | null = null;
  /** The lowest since the last fresh start, and the hops since it was reached. */
  #lowest = Number.POSITIVE_INFINITY;
  #idle = 0;
  #best: { readonly points: Float64Array; readonly height: number };

  constructor(land: Landscape, rng: Rng, rules: HoppingRules) {
    this.#land = land;
    this.#rng = rng;
    this.#rules = rules;
    const points = scatter(rng, land.weights.length);
    this.#best = { points, height: land.height(points) };
    this.#way = land.descend(points, false);
  }

  next(): SolveStep {
    this.#way.next();
    let points = this.#way.point();
    let height = this.#land.height(points);
    if (this.#way.done && height < this.#best.height) {
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

  /** Goes on from the hollow just reached: stays, returns or starts anew, then moves. */
  #leave(points: Float64Array, height: number): void {
    const { hops } = this.#rules;
    if (this.#here === null || height < this.#here.height - this.#land.warmth * ln(1 - this.#rng.unit()))
      this.#here = { points, height };
    this.#idle = height < this.#lowest - this.#land.warmth / 1_000 ? 0 : this.#idle + 1;
    this.#lowest = Math.min(this.#lowest, height);
    if (this.#idle >= hops.least + hops.each * this.#land.weights.length) {
      this.#here = null;
      this.#lowest = Number.POSITIVE_INFINITY;
      this.#idle = 0;
      this.#way = this.#land.descend(this.#fresh(), false);
      return;
    }
    this.#way = this.#land.descend(hop(this.#rng, this.#here.points, this.#land.weights), true);
  }

  #fresh(): Float64Array {
    const { weights } = this.#land;
    const start = this.#rng.chance(this.#rules.symmetric) ? symmetric(this.#rng, weights) : null;
    return start ?? scatter(this.#rng, weights.length);
  }
}
