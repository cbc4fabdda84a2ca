/** One automaton's body on its way: presses the same keys as a person and moves by the same step. */
import { Wayfarer } from '#content/world/wayfarer.ts';
import { type Point, wayTo } from '#content/world/ways.ts';
import { type Ground, type Stroller, stroll } from '#shared/physics/stroll.ts';

/** A body turns on the spot by at most this much a step, radians. */
const TURN = 0.22;

/** Walks one body. */
export class Traveller {
  readonly who: Stroller;
  readonly #ground: Ground;
  #walk: Wayfarer | null = null;
  #facing: number | null = null;
  #arrived: (() => void) | null = null;

  constructor(who: Stroller, ground: Ground) {
    this.who = who;
    this.#ground = ground;
  }

  /** True while it is on its way. */
  get walking(): boolean {
    return this.#walk !== null;
  }

  /** Goes to `goal` and turns to `yaw` there; resolves when it stands there or can get no nearer. */
  goTo(goal: Point, yaw: number): Promise<void> {
    this.stop();
    this.#walk = new Wayfarer(wayTo(this.who, goal));
    this.#facing = yaw;
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  /** Stands still from now on. */
  stop(): void {
    this.#walk = null;
    this.#arrived?.();
    this.#arrived = null;
  }

  /** One step of 1/20 s; false when nothing moves any more. */
  step(): boolean {
    if (this.#walk === null) return this.#settle();
    const byte = this.#walk.byte(this.who);
    if (this.#walk.state === 'walking') stroll(this.who, byte, this.#ground);
    else this.stop();
    return true;
  }

  #settle(): boolean {
    const moving = Math.hypot(this.who.vx, this.who.vz) > 1e-6 || !this.who.grounded;
    if (moving) stroll(this.who, 0, this.#ground);
    const off = this.#facing === null ? 0 : wrap(this.#facing - this.who.yaw);
    if (Math.abs(off) > 0.01) this.who.yaw = Math.fround(wrap(this.who.yaw + Math.max(-TURN, Math.min(TURN, off))));
    return moving || Math.abs(off) > 0.01;
  }
}

function wrap(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
