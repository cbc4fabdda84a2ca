/** Whether the line is weak just now: round trips that take long, or pauses in what the server tells every tick. */

/** A round trip, smoothed, above which others notice, ms. */
const SLOW_MS = 400;
/** Each new round trip counts for this share. */
const SHARE = 0.2;
/** Patches come every 50 ms: this much later is a pause, ms. */
const PAUSE_MS = 500;
/** So many pauses within so long are a weak line; one alone may be anything, ms. */
const PAUSES = 3;
const WINDOW_MS = 12_000;
/** Silence that is told at once, ms. */
const SILENT_MS = 1_500;
/** What was weak has to be good for this long, so that the words do not flicker, ms. */
const GOOD_MS = 4_000;

/** Watches one connection; the clock is an argument, ms. */
export class LineQuality {
  #roundTripMs = 0;
  #probe: { readonly seq: number; readonly atMs: number } | null = null;
  #heardAtMs: number | null = null;
  #pauses: number[] = [];
  #weakUntilMs = 0;

  /** Round trip in ms, smoothed, the tick in which the server works included; 0 before it is known. */
  get roundTripMs(): number {
    return this.#roundTripMs;
  }

  /** Input number `seq` left. */
  sent(seq: number, nowMs: number): void {
    this.#probe ??= { seq, atMs: nowMs };
  }

  /** A patch arrived; the server has used the inputs up to `acked`. */
  heard(acked: number, nowMs: number): void {
    if (this.#heardAtMs !== null && nowMs - this.#heardAtMs > PAUSE_MS) this.#pauses.push(nowMs);
    this.#heardAtMs = nowMs;
    if (this.#probe === null || acked < this.#probe.seq) return;
    const tookMs = nowMs - this.#probe.atMs;
    this.#roundTripMs = this.#roundTripMs === 0 ? tookMs : this.#roundTripMs + (tookMs - this.#roundTripMs) * SHARE;
    this.#probe = null;
  }

  /** True while the visitor should know. */
  isWeak(nowMs: number): boolean {
    while ((this.#pauses[0] ?? nowMs) < nowMs - WINDOW_MS) this.#pauses.shift();
    const silentMs = nowMs - (this.#heardAtMs ?? nowMs);
    if (this.#roundTripMs > SLOW_MS || this.#pauses.length >= PAUSES || silentMs > SILENT_MS)
      this.#weakUntilMs = nowMs + GOOD_MS;
    return nowMs < this.#weakUntilMs;
  }

  /** The page stood still, or the connection is another one: what was measured says nothing of the line now. */
  forget(nowMs: number): void {
    this.#roundTripMs = 0;
    this.#probe = null;
    this.#heardAtMs = nowMs;
    this.#pauses = [];
    this.#weakUntilMs = 0;
  }
}
