/** Watches how fast pictures come and steps the quality down when the machine cannot keep up; never up by itself. */

/** Pictures looked at before a word is said. */
const WINDOW = 120;
/** Slower than this a picture, ms, is too slow: 45 a second. */
const SLOW_MS = 22;

/** Fed with the time of every picture. */
export class AutoQuality {
  #times: number[] = [];

  /** True when the last pictures were too slow; it then begins to watch anew. Long gaps (a hidden page) do not count. */
  tooSlow(milliseconds: number): boolean {
    if (milliseconds > 400) return false;
    this.#times.push(milliseconds);
    if (this.#times.length < WINDOW) return false;
    const sorted = this.#times.sort((a, b) => a - b);
    const median = sorted[WINDOW / 2] ?? 0;
    this.#times = [];
    return median > SLOW_MS;
  }
}
