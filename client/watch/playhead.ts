/** Where on a timeline one is, and how fast it goes on. */

/** How fast things may be shown, as parts of how fast they were. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** A place between 0 and `length` that moves while it plays. Ticks of a run, steps of a drawing: it does not mind. */
export class Playhead {
  /** Ticks a second at speed 1. */
  readonly rate: number;
  speed: Speed = 1;
  #at = 0;
  #length: number;
  #playing = false;

  constructor(rate: number, length: number) {
    this.rate = rate;
    this.#length = length;
  }

  get at(): number {
    return this.#at;
  }
  get length(): number {
    return this.#length;
  }
  get playing(): boolean {
    return this.#playing;
  }
  get ended(): boolean {
    return this.#at >= this.#length;
  }
  /** The tick that is shown: from 0 to it, part of the way to it. */
  get tick(): number {
    return Math.ceil(this.#at);
  }
  /** How far it is from the tick before to `tick`, over 0 … 1. */
  get fraction(): number {
    return 1 - (this.tick - this.#at);
  }

  /** It became known how long it is. */
  reaches(length: number): void {
    this.#length = length;
    this.#at = Math.min(this.#at, length);
  }

  /** The time goes on. @param known up to where it may go by now */
  advance(seconds: number, known: number): void {
    if (!this.#playing) return;
    const most = Math.max(this.#at, Math.min(known, this.#length));
    this.#at = Math.min(most, this.#at + seconds * this.rate * this.speed);
    if (this.ended) this.#playing = false;
  }

  /** Plays, from the start again where it had ended. */
  play(): void {
    if (this.ended) this.#at = 0;
    this.#playing = true;
  }

  pause(): void {
    this.#playing = false;
    // A whole tick, so that what is read beside the picture is what stands in it.
    this.#at = this.tick;
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /** Goes to a place; what plays goes on from there. */
  seek(at: number): void {
    this.#at = Math.max(0, Math.min(Math.round(at), this.#length));
  }

  /** Stops, and goes so many ticks on or back. */
  step(by: number): void {
    this.#playing = false;
    this.seek(this.tick + by);
  }
}
