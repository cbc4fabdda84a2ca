/** Turning the view without a pointer: a steady speed after a gentle start, and a glide to where somebody faces. */

/** Where the view shall turn, −1 … 1 each. */
export interface TurnWish {
  /** Left is positive. */
  readonly left: number;
  /** Up is positive. */
  readonly up: number;
}

/** How far a view turns, radians: yaw to the left, pitch upwards. */
export interface Turned {
  readonly yaw: number;
  readonly pitch: number;
}

/** Radians a second at sensitivity 1. */
const YAW_SPEED = 2.4;
const PITCH_SPEED = 1.3;
const GLIDE_SPEED = 9;
/** A key that goes down turns with this share of the speed, and with all of it after so long, s: a tap aims. */
const FIRST_SHARE = 0.25;
const START_SECONDS = 0.3;

/** The turning of one view, asked once a picture. */
export class ViewTurn {
  readonly #yaw = new Sweep();
  readonly #pitch = new Sweep();
  /** Where a glide ends, radians. */
  #towards: number | null = null;

  /** Glides the shorter way round to `yaw` from now on, until another turn is wished. */
  glide(yaw: number): void {
    this.#towards = yaw;
  }

  /** Glides no further: somebody turns it by other means. */
  stop(): void {
    this.#towards = null;
  }

  /** How far it turns in `seconds`, from where it looks. @param pace how fast, 1 as it is meant */
  step(wish: TurnWish, fromYaw: number, seconds: number, pace: number): Turned {
    if (wish.left !== 0) this.#towards = null;
    return {
      yaw: this.#yaw.go(wish.left, seconds) * YAW_SPEED * pace + this.#glide(fromYaw, seconds),
      pitch: this.#pitch.go(wish.up, seconds) * PITCH_SPEED * pace,
    };
  }

  #glide(fromYaw: number, seconds: number): number {
    if (this.#towards === null) return 0;
    const off = this.#towards - fromYaw;
    const left = Math.atan2(Math.sin(off), Math.cos(off));
    const most = GLIDE_SPEED * seconds;
    if (Math.abs(left) > most) return Math.sign(left) * most;
    this.#towards = null;
    return left;
  }
}

/** One direction that begins gently; what it sweeps does not depend on how often it is asked. */
class Sweep {
  #way = 0;
  #held = 0;

  /** Seconds at full speed that `seconds` more are worth. */
  go(way: number, seconds: number): number {
    if (way !== this.#way) this.#held = 0;
    this.#way = way;
    const before = swept(this.#held);
    this.#held += seconds;
    return way * (swept(this.#held) - before);
  }
}

/** What a key has swept that was held so long, in seconds at full speed. */
function swept(held: number): number {
  const start = Math.min(held, START_SECONDS);
  return FIRST_SHARE * start + ((1 - FIRST_SHARE) * start * start) / (2 * START_SECONDS) + (held - start);
}
