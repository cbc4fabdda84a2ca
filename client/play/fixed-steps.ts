/** Cuts real time into whole ticks of 1/60 s and says how far between two of them the picture is. */
import { TICK_SECONDS } from '#shared/physics/feel.ts';

/**
 * A page that stood still does not run after the lost time: at most this much is made up, s. Slow machines draw few
 * frames, but what they play must keep pace with the server's clock, or it would not count as played live.
 */
const MOST = 1;

/** An accumulator of time. */
export class FixedSteps {
  #rest = 0;
  #lost = 0;

  /** Adds `seconds` and answers how many ticks are due. */
  due(seconds: number): number {
    const passed = this.#rest + Math.max(0, seconds);
    this.#lost += Math.max(0, passed - MOST);
    this.#rest = Math.min(passed, MOST);
    const ticks = Math.floor(this.#rest / TICK_SECONDS + 1e-9);
    this.#rest = Math.max(0, this.#rest - ticks * TICK_SECONDS);
    return ticks;
  }

  /** How far the picture is from the last tick towards the next, 0 … 1. */
  get fraction(): number {
    return Math.min(1, this.#rest / TICK_SECONDS);
  }

  /** Time that passed since the last reset and was not made up, s. */
  get lost(): number {
    return this.#lost;
  }

  reset(): void {
    this.#rest = 0;
    this.#lost = 0;
  }
}
