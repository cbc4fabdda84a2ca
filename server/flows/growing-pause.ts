/** A pause that doubles each time until something goes well again. */
import type { Clock } from '#server/ports/clock.ts';

/** First and longest, ms. */
export interface PauseLengths {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Only tells how long; whoever pauses waits by itself. */
export class GrowingPause {
  readonly #clock: Clock;
  readonly #lengths: PauseLengths;
  #nextMs: number;
  #untilMs = 0;

  constructor(clock: Clock, lengths: PauseLengths) {
    this.#clock = clock;
    this.#lengths = lengths;
    this.#nextMs = lengths.firstMs;
  }

  /** What is left of it, ms; 0 when there is none. */
  get leftMs(): number {
    return Math.max(0, this.#untilMs - this.#clock());
  }

  /** It went wrong once more. */
  grow(): void {
    this.#untilMs = this.#clock() + this.#nextMs;
    this.#nextMs = Math.min(this.#lengths.longestMs, this.#nextMs * 2);
  }

  /** It went well. */
  end(): void {
    this.#untilMs = 0;
    this.#nextMs = this.#lengths.firstMs;
  }
}
