/** Walking after somebody: the keys of a walker who keeps two steps behind, until the visitor walks themselves. */
import { headingOf } from '#client/input/quantise.ts';
import { encodeInput, IDLE } from '#shared/physics/input.ts';

type Point = { readonly x: number; readonly z: number };

/** So near one stands, from so far away one runs, and beyond this they are lost; m. */
const NEAR = 2.4;
const RUN_FROM = 5;
const LOST = 90;
/** Who gets less far than this in so many steps jumps, and after so many jumps gives up; m. */
const STUCK_AWAY = 0.4;
const STUCK_STEPS = 16;
const STUCK_TIMES = 8;

/** Follows one at a time. */
export class Following {
  #whom: string | null = null;
  #from: Point = { x: 0, z: 0 };
  #steps = 0;
  #stuck = 0;

  /** The session of who is followed, or null. */
  get whom(): string | null {
    return this.#whom;
  }

  start(session: string): void {
    this.#whom = session;
    this.#steps = 0;
    this.#stuck = 0;
  }

  stop(): void {
    this.#whom = null;
  }

  /** The tape byte that goes after `target`; null when there is nobody to go after any more. */
  byte(self: Point, target: Point | null): number | null {
    const away = target === null ? LOST : Math.hypot(target.x - self.x, target.z - self.z);
    if (this.#whom === null || target === null || away >= LOST || this.#stuck > STUCK_TIMES) return null;
    if (away < NEAR) {
      this.#steps = 0;
      this.#stuck = 0;
      return IDLE;
    }
    const jump = this.#isStuck(self);
    const heading = headingOf(Math.atan2(self.x - target.x, self.z - target.z));
    return encodeInput({ heading, gait: away > RUN_FROM ? 'run' : 'walk', jump });
  }

  /** Looks back every so many steps; true when one hardly got anywhere. */
  #isStuck({ x, z }: Point): boolean {
    if (this.#steps++ % STUCK_STEPS !== 0) return false;
    const away = Math.hypot(x - this.#from.x, z - this.#from.z);
    this.#from = { x, z };
    if (this.#steps === 1) return false;
    if (away > STUCK_AWAY) this.#stuck = 0;
    else this.#stuck++;
    return away <= STUCK_AWAY;
  }
}
