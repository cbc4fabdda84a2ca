/** Walls to leap from: where a character in the air hangs on to one, and how it leaps off. */
import { FEEL } from './feel.ts';
import type { Place } from './path.ts';
import type { Scene } from './scene.ts';
import type { Motion } from './steer.ts';
import { type Zone, zoneOf } from './zone.ts';

/** Between the surfaces of body and wall, m. */
const REACH = 0.14;
/** Off the wall, m/s. */
const PUSH = 5;
/** Fastest fall along a wall, m/s. */
const SLIDE = 3;

/** The walls of one scene that one can leap from. */
export class Grips {
  readonly #zones: readonly Zone[];
  readonly #normal: Place = { x: 0, y: 0, z: 0 };

  constructor({ grips = [] }: Scene) {
    this.#zones = grips.map(zoneOf);
  }

  /**
   * In the air: slides slowly down a wall it hangs on to, and leaps off when a jump is kept.
   * @param last the wall it leapt from last without landing, or -1: never twice from the same
   * @returns the wall it leaps from now, or `last`
   */
  cling(p: Readonly<Place>, motion: Motion, last: number): number {
    if (motion.grounded) return -1;
    const n = this.#normal;
    for (const [index, zone] of this.#zones.entries()) {
      if (index === last || !beside(zone, p, n)) continue;
      if (motion.buffer === 0) {
        motion.vy = Math.max(motion.vy, -SLIDE);
        continue;
      }
      const into = motion.vx * n.x + motion.vz * n.z;
      motion.vx += n.x * (PUSH - into);
      motion.vz += n.z * (PUSH - into);
      motion.vy = FEEL.jumpSpeed;
      motion.rising = true;
      motion.buffer = 0;
      motion.coyote = 0;
      return index;
    }
    return last;
  }
}

/** True when the capsule at `p` is beside a zone within reach; writes the outward normal of that side into `out`. */
function beside({ at, half, cos, sin }: Zone, p: Readonly<Place>, out: Place): boolean {
  if (Math.abs(p.y - at.y) >= half.y + FEEL.halfCylinder) return false;
  const dx = p.x - at.x;
  const dz = p.z - at.z;
  const lx = dx * cos - dz * sin;
  const lz = dx * sin + dz * cos;
  const gapX = Math.abs(lx) - half.x;
  const gapZ = Math.abs(lz) - half.z;
  const far = FEEL.radius + REACH;
  if (gapX >= far || gapZ >= far) return false;
  const alongX = gapX > gapZ;
  const nx = alongX ? (lx < 0 ? -1 : 1) : 0;
  const nz = alongX ? 0 : lz < 0 ? -1 : 1;
  out.x = nx * cos + nz * sin;
  out.z = nz * cos - nx * sin;
  return true;
}
