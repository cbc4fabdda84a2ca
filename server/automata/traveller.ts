/** One automaton's body on its way: presses the same keys as a person and moves by the same step. */
import { encodeInput } from '#shared/physics/input.ts';
import { type Ground, type Stroller, stroll } from '#shared/physics/stroll.ts';
import { HEADINGS, nearestHeading } from '#shared/physics/turns.ts';
import { type Point, wayTo } from './ways.ts';

/** A goal counts as reached this near, a point on the way a little earlier, m. */
const THERE = 0.45;
const NEAR = 1.2;
/** Beyond this distance it runs, m. */
const RUN_BEYOND = 14;
/** Steps without getting nearer before it tries something else, and tries before it gives up. */
const STUCK_STEPS = 25;
const STUCK_TIMES = 8;
/** A body turns on the spot by at most this much a step, radians. */
const TURN = 0.22;

/** Walks one body. */
export class Traveller {
  readonly who: Stroller;
  readonly #ground: Ground;
  #way: readonly Point[] = [];
  #facing: number | null = null;
  #arrived: (() => void) | null = null;
  #nearest = Number.POSITIVE_INFINITY;
  #idle = 0;
  #stuck = 0;

  constructor(who: Stroller, ground: Ground) {
    this.who = who;
    this.#ground = ground;
  }

  /** True while it is on its way. */
  get walking(): boolean {
    return this.#way.length > 0;
  }

  /** Goes to `goal` and turns to `yaw` there; resolves when it stands there or can get no nearer. */
  goTo(goal: Point, yaw: number): Promise<void> {
    this.stop();
    this.#way = wayTo(this.who, goal);
    this.#facing = yaw;
    this.#nearest = Number.POSITIVE_INFINITY;
    this.#idle = 0;
    this.#stuck = 0;
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  /** Stands still from now on. */
  stop(): void {
    this.#way = [];
    this.#arrived?.();
    this.#arrived = null;
  }

  /** One step of 1/20 s; false when nothing moves any more. */
  step(): boolean {
    const goal = this.#way[0];
    if (goal === undefined) return this.#settle();
    const dx = goal.x - this.who.x;
    const dz = goal.z - this.who.z;
    const away = Math.hypot(dx, dz);
    if (away < (this.#way.length > 1 ? NEAR : THERE)) {
      this.#next();
      return true;
    }
    this.#notice(away);
    const heading = nearestHeading(dx, dz);
    const aside = this.#stuck > 0 && this.#idle < 12 ? (this.#stuck % 2 === 0 ? 6 : -6) : 0;
    const far = away + this.#rest() > RUN_BEYOND;
    stroll(
      this.who,
      encodeInput({
        heading: (heading + aside + HEADINGS) % HEADINGS,
        gait: far && away > 2 ? 'run' : 'walk',
        jump: this.#stuck > 2 && this.#idle < 4,
      }),
      this.#ground,
    );
    return true;
  }

  #next(): void {
    this.#way = this.#way.slice(1);
    this.#nearest = Number.POSITIVE_INFINITY;
    this.#idle = 0;
    if (this.#way.length === 0) this.stop();
  }

  /** Sees whether it gets nearer; tries around, then skips a point, then gives up where it is. */
  #notice(away: number): void {
    if (away < this.#nearest - 0.05) {
      this.#nearest = away;
      this.#idle = 0;
      return;
    }
    if (++this.#idle < STUCK_STEPS) return;
    this.#idle = 0;
    if (++this.#stuck > STUCK_TIMES) this.stop();
  }

  #rest(): number {
    let length = 0;
    for (let index = 1; index < this.#way.length; index++) {
      const [a, b] = [this.#way[index - 1], this.#way[index]];
      if (a !== undefined && b !== undefined) length += Math.hypot(b.x - a.x, b.z - a.z);
    }
    return length;
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
