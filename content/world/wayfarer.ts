/** Somebody who walks by themselves: presses the keys that lead along a way, and finds around what is in it. */
import { encodeInput, IDLE } from '#shared/physics/input.ts';
import { HEADINGS, nearestHeading } from '#shared/physics/turns.ts';
import type { Point } from './ways.ts';

/** A goal counts as reached this near, a point on the way a little earlier, m. */
const THERE = 0.45;
const NEAR = 1.2;
/** Beyond this distance one runs, m. */
const RUN_BEYOND = 14;
/** Steps without getting nearer before something else is tried, and tries before it is given up. */
const STUCK_STEPS = 25;
const STUCK_TIMES = 8;

/** One walk along one way; asked once for each step of 1/20 s. */
export class Wayfarer {
  #way: readonly Point[];
  #nearest = Number.POSITIVE_INFINITY;
  #idle = 0;
  #stuck = 0;
  #gaveUp = false;

  /** @param way the points to walk to, one after another, the goal last */
  constructor(way: readonly Point[]) {
    this.#way = way;
  }

  /** Where the walk stands. */
  get state(): 'walking' | 'there' | 'stuck' {
    if (this.#gaveUp) return 'stuck';
    return this.#way.length === 0 ? 'there' : 'walking';
  }

  /** The tape byte of this step for a body that stands at (x, z); nobody's keys once the walk is over. */
  byte({ x, z }: Point): number {
    let goal = this.#way[0];
    let away = goal === undefined ? 0 : distance(goal, { x, z });
    while (goal !== undefined && away < (this.#way.length > 1 ? NEAR : THERE)) {
      this.#way = this.#way.slice(1);
      this.#nearest = Number.POSITIVE_INFINITY;
      this.#idle = 0;
      goal = this.#way[0];
      away = goal === undefined ? 0 : distance(goal, { x, z });
    }
    if (goal !== undefined) this.#notice(away);
    if (goal === undefined || this.#gaveUp) return IDLE;
    const heading = nearestHeading(goal.x - x, goal.z - z);
    const aside = this.#stuck > 0 && this.#idle < 12 ? (this.#stuck % 2 === 0 ? 6 : -6) : 0;
    const far = away + this.#rest() > RUN_BEYOND;
    return encodeInput({
      heading: (heading + aside + HEADINGS) % HEADINGS,
      gait: far && away > 2 ? 'run' : 'walk',
      jump: this.#stuck > 2 && this.#idle < 4,
    });
  }

  /** Sees whether it gets nearer; tries around, then gives up where it is. */
  #notice(away: number): void {
    if (away < this.#nearest - 0.05) {
      this.#nearest = away;
      this.#idle = 0;
      return;
    }
    if (++this.#idle < STUCK_STEPS) return;
    this.#idle = 0;
    if (++this.#stuck > STUCK_TIMES) this.#gaveUp = true;
  }

  #rest(): number {
    let length = 0;
    let before: Point | undefined;
    for (const point of this.#way) {
      if (before !== undefined) length += distance(before, point);
      before = point;
    }
    return length;
  }
}

function distance(a: Point, b: Point): number {
  const dx = a.x - b.x;
  const dz = a.z - b.z;
  return Math.sqrt(dx * dx + dz * dz);
}
