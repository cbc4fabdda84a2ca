/** Wind: zones in which the air pushes, always or in part of every period. */
import { isOn } from './cycle.ts';
import { TICK_SECONDS } from './feel.ts';
import { type Place, UNIT_METRES } from './path.ts';
import type { Cycle, Scene } from './scene.ts';
import type { Motion } from './steer.ts';
import { touches, type Zone, zoneOf } from './zone.ts';

/** On the ground the air drags along as if it had pushed for this long, s: soles hold against the rest. */
const GROUND_HOLD = 0.05;
/** An upward push beyond this lifts off the ground, m/s²; nobody rises faster in wind than this, m/s. */
const LIFT = 20;
const FASTEST_RISE = 9;

interface Wind {
  readonly zone: Zone;
  readonly cycle: Cycle;
  /** m/s². */
  readonly push: Readonly<Place>;
}

/** The winds of one scene. */
export class Winds {
  readonly #winds: readonly Wind[];
  readonly #sum: Place = { x: 0, y: 0, z: 0 };

  constructor({ winds = [] }: Scene) {
    this.#winds = winds.map((wind) => {
      const [x, y, z] = wind.push;
      return { zone: zoneOf(wind), cycle: wind, push: { x: x * UNIT_METRES, y: y * UNIT_METRES, z: z * UNIT_METRES } };
    });
  }

  /** Pushes a character at `p`: changes its velocity, and writes how far it drags over the ground in this tick, m. */
  blow(tick: number, p: Readonly<Place>, motion: Motion, drift: Place): void {
    const sum = this.#sum;
    sum.x = 0;
    sum.y = 0;
    sum.z = 0;
    for (const { zone, cycle, push } of this.#winds) {
      if (!isOn(cycle, tick) || !touches(zone, p)) continue;
      sum.x += push.x;
      sum.y += push.y;
      sum.z += push.z;
    }
    motion.vx += sum.x * TICK_SECONDS;
    motion.vz += sum.z * TICK_SECONDS;
    if (motion.grounded && sum.y > LIFT) {
      motion.grounded = false;
      motion.vy = 0;
    }
    const hold = motion.grounded ? GROUND_HOLD * TICK_SECONDS : 0;
    drift.x = sum.x * hold;
    drift.z = sum.z * hold;
    if (!motion.grounded && sum.y !== 0) {
      const vy = motion.vy + sum.y * TICK_SECONDS;
      motion.vy = sum.y > 0 ? Math.min(vy, Math.max(motion.vy, FASTEST_RISE)) : vy;
    }
  }
}
