/** How long ticks take: the last half minute, for the host's page. */

/** A ring of the last `size` durations in ms. */
export class TickTimes {
  readonly #ring: Float64Array;
  #count = 0;

  constructor(size = 600) {
    this.#ring = new Float64Array(size);
  }

  /** @param ms one duration */
  add(ms: number): void {
    this.#ring[this.#count % this.#ring.length] = ms;
    this.#count++;
  }

  /** The duration that a share `q` (0 … 1) of the kept ones stays within, in ms; 0 before the first. */
  quantile(q: number): number {
    const kept = Math.min(this.#count, this.#ring.length);
    if (kept === 0) return 0;
    const sorted = this.#ring.slice(0, kept).sort();
    return sorted[Math.min(kept - 1, Math.floor(q * kept))] ?? 0;
  }
}
