/** How much computing the automata may do: a share of one core, saved up to a bound, spent by errands. */

/** CPU seconds that are saved at most, whatever the share: a long sleep is no licence for a long burst. */
const MOST_SAVED = 60;
/** What there is to spend at the start, so that a fresh world is not bare for long. */
const AT_FIRST = 20;

/** Counts CPU seconds against wall time; the clock is an argument in ms. */
export class CpuMeter {
  readonly #share: number;
  #saved = AT_FIRST;
  #atMs: number;

  /** @param share of one core, for example 0.25 */
  constructor(share: number, nowMs: number) {
    this.#share = share;
    this.#atMs = nowMs;
  }

  /** CPU seconds that may be spent now; below zero after an errand that took more than it asked for. */
  left(nowMs: number): number {
    const grown = (Math.max(0, nowMs - this.#atMs) / 1_000) * this.#share;
    this.#saved = Math.min(MOST_SAVED, this.#saved + grown);
    this.#atMs = nowMs;
    return this.#share > 0 ? this.#saved : 0;
  }

  /** An errand used this many CPU seconds. */
  spend(cpuSeconds: number): void {
    this.#saved -= cpuSeconds;
  }
}
