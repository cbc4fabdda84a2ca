/** Watches how fast frames come and says when a lower tier is due; never a higher one. */
import { lowerQuality, type QualityName } from './quality.ts';

/** Frames that are looked at together. */
const WINDOW = 120;
/** A median frame longer than this share of what is wanted asks for less: below 50 frames where 60 a second are. */
const SLOW = 1.2;
/** Between two frames that come as they should, ms. */
const WANTED_MS = 1_000 / 60;
/** Frames longer than this are pauses (a hidden page, a debugger), not slowness, ms. */
const PAUSE_MS = 1000;

/** Give it every frame's duration. */
export class QualityWatch {
  readonly #frames: number[] = [];
  #wantedMs = WANTED_MS;

  /**
   * Adds a frame; returns the tier to go to, or null.
   * @param frameMs time since the frame before, ms
   * @param wantedMs what it should be, ms
   */
  add(frameMs: number, now: QualityName, wantedMs = WANTED_MS): QualityName | null {
    if (frameMs > PAUSE_MS) return null;
    // Frames that were wanted slower say nothing about those that are wanted now.
    if (wantedMs !== this.#wantedMs) this.#frames.length = 0;
    this.#wantedMs = wantedMs;
    this.#frames.push(frameMs);
    if (this.#frames.length < WINDOW) return null;
    const sorted = this.#frames.toSorted((a, b) => a - b);
    this.#frames.length = 0;
    const lower = lowerQuality(now);
    return (sorted[WINDOW / 2] ?? 0) > SLOW * wantedMs && lower !== now ? lower : null;
  }
}
