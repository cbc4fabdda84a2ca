/** A line as TCP is one: what is sent arrives in order, a little late, and all of it waits where a packet was lost. */
import type { Rng } from '#shared/base/rng.ts';

/** How a line is; ms. */
export interface LineKind {
  /** One way. */
  readonly delayMs: number;
  /** Each packet takes up to this much longer. */
  readonly jitterMs: number;
  /** Share of packets that are lost and come again. */
  readonly stalls: number;
  /** Until a lost packet has come again; each further loss of the same packet takes twice as long. */
  readonly stallMs: number;
}

/** 150 ms there and back, one packet in fifty lost; sent again once three later ones tell of the gap. */
export const FAR_LINE: LineKind = { delayMs: 75, jitterMs: 20, stalls: 0.02, stallMs: 300 };

/** One direction of a line. */
export class Line {
  readonly #kind: LineKind;
  readonly #rng: Rng;
  #lastMs = 0;

  constructor(kind: LineKind, rng: Rng) {
    this.#kind = kind;
    this.#rng = rng;
  }

  /** When what is sent at `atMs` arrives; never before what was sent earlier. */
  arrival(atMs: number): number {
    const { delayMs, jitterMs, stalls, stallMs } = this.#kind;
    let late = this.#rng.unit() * jitterMs;
    for (let waitMs = stallMs; this.#rng.chance(stalls); waitMs *= 2) late += waitMs;
    this.#lastMs = Math.max(this.#lastMs, atMs + delayMs + late);
    return this.#lastMs;
  }
}
