/** Watches how fast frames come: too slowly, as they should, or in between. */

/** Frames that are looked at together, unless they take longer than the time below. */
const WINDOW = 120;
const WINDOW_MS = 3_000;
/** Below so few frames nothing is said, however long they took. */
const FEWEST = 8;
/** A median frame longer than this share of what is wanted is slow: a screen of 50 turns a second is not, where 60 are. */
const SLOW = 1.25;
/** Nearly all frames within these shares of what is wanted are steady: the machine may have strength left. */
const STEADY = { median: 1.05, ninth: 1.5 } as const;
/** Between two frames that come as they should, ms. */
const WANTED_MS = 1_000 / 60;
/** Frames longer than this are pauses (a hidden page, a debugger), not slowness, ms. */
const PAUSE_MS = 1000;

/** What a window of frames tells. */
export type Pace = 'slow' | 'fair' | 'steady';

/** Give it every frame's duration. */
export class QualityWatch {
  #frames: number[] = [];
  #sumMs = 0;
  #wantedMs = WANTED_MS;

  /**
   * Adds a frame; returns how the frames of a full window came, null while it fills.
   * @param frameMs time since the frame before, ms
   * @param wantedMs what it should be, ms
   */
  add(frameMs: number, wantedMs = WANTED_MS): Pace | null {
    if (frameMs > PAUSE_MS) return null;
    // Frames that were wanted slower say nothing about those that are wanted now.
    if (wantedMs !== this.#wantedMs) this.clear();
    this.#wantedMs = wantedMs;
    this.#frames.push(frameMs);
    this.#sumMs += frameMs;
    const isFull = this.#frames.length >= WINDOW || this.#sumMs >= WINDOW_MS;
    if (!isFull || this.#frames.length < FEWEST) return null;
    const sorted = this.#frames.toSorted((a, b) => a - b);
    this.clear();
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    if (at(0.5) > SLOW * wantedMs) return 'slow';
    return at(0.5) <= STEADY.median * wantedMs && at(0.9) <= STEADY.ninth * wantedMs ? 'steady' : 'fair';
  }

  /** Forgets the frames of a window that is not full: another picture is drawn from now on. */
  clear(): void {
    this.#frames = [];
    this.#sumMs = 0;
  }
}
