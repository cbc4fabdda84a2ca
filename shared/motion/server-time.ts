/** The time of the server that is shown: as late as most messages are, and no later. */

const WINDOW_MS = 5_000;
/** Three in four messages have arrived by the time that is shown. */
const ARRIVED = 0.75;
/** However uneven the line, others are shown at most this much later than the fastest message allows, ms. */
const MOST_LATE_MS = 120;
/** The shown clock follows a changed estimate at most this fast, ms a second. */
const SLEW = 60;
const SNAP_MS = 400;

/** Estimates the server's time from stamps; all in ms, the local clock is an argument. */
export class ServerTime {
  #samples: { readonly localMs: number; readonly offset: number }[] = [];
  #offset = 0;
  #shown: number | null = null;
  #shownAtMs = 0;

  /** A message stamped `serverMs` arrived at `localMs`. */
  sample(serverMs: number, localMs: number): void {
    this.#samples.push({ localMs, offset: serverMs - localMs });
    while ((this.#samples[0]?.localMs ?? localMs) < localMs - WINDOW_MS) this.#samples.shift();
    // The largest offset belongs to the message that travelled fastest; the slow ones lie at the other end.
    const offsets = Float64Array.from(this.#samples, ({ offset }) => offset).sort();
    const fastest = offsets.at(-1) ?? 0;
    const most = offsets[Math.floor((offsets.length - 1) * (1 - ARRIVED))] ?? fastest;
    this.#offset = Math.max(most, fastest - MOST_LATE_MS);
  }

  /** The server's time to show at `localMs`, gliding to new estimates instead of jumping. */
  at(localMs: number): number {
    const gap = this.#offset - (this.#shown ?? this.#offset);
    const most = (Math.max(0, localMs - this.#shownAtMs) / 1_000) * SLEW;
    const step = Math.abs(gap) > SNAP_MS ? gap : Math.max(-most, Math.min(most, gap));
    this.#shown = (this.#shown ?? this.#offset) + step;
    this.#shownAtMs = localMs;
    return localMs + this.#shown;
  }

  /** Forgets everything: another room has another clock. */
  reset(): void {
    this.#samples = [];
    this.#shown = null;
  }
}
