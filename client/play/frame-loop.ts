/** One loop of frames for the page's whole life; who draws changes, the loop does not. */

/** What is done with every frame. @param seconds since the last one, at most a quarter */
export type Frame = (nowMs: number, seconds: number) => void;

const MOST_SECONDS = 0.25;

/** Calls the present frame for ever. */
export class FrameLoop {
  frame: Frame;
  #lastMs: number | null = null;

  constructor(first: Frame) {
    this.frame = first;
    requestAnimationFrame(this.#tick);
  }

  readonly #tick = (nowMs: number): void => {
    requestAnimationFrame(this.#tick);
    const seconds = Math.min(MOST_SECONDS, Math.max(0, (nowMs - (this.#lastMs ?? nowMs)) / 1_000));
    this.#lastMs = nowMs;
    this.frame(nowMs, seconds);
  };
}
