/** One loop of frames for the page's whole life; who draws changes, the loop does not. */

/** What is done with every frame. @param seconds since the last one, at most a quarter */
export type Frame = (nowMs: number, seconds: number) => void;

const MOST_SECONDS = 0.25;
/** Least time between two frames of a loop that spares the machine, ms: 24 to 31 a second, as the screen's turns allow. */
const SPARING_MS = 32;

/** Calls the present frame for ever. */
export class FrameLoop {
  frame: Frame;
  /** Leaves out the screen's turns that come too soon after the last frame. */
  spares = false;
  #lastMs: number | null = null;

  constructor(first: Frame) {
    this.frame = first;
    requestAnimationFrame(this.#tick);
  }

  readonly #tick = (nowMs: number): void => {
    requestAnimationFrame(this.#tick);
    const sinceMs = nowMs - (this.#lastMs ?? nowMs);
    if (this.spares && this.#lastMs !== null && sinceMs < SPARING_MS) return;
    this.#lastMs = nowMs;
    this.frame(nowMs, Math.min(MOST_SECONDS, Math.max(0, sinceMs / 1_000)));
  };
}
