/** How the capsule moves through its surroundings: it slides along walls, steps up, follows the ground, lands. */
import { FEEL } from './feel.ts';
import type { Place } from './path.ts';
import type { Stage } from './stage.ts';
import type { Motion } from './steer.ts';
import type { Hit, Surroundings } from './surroundings.ts';

/** Above the ground while sweeping level, so that the floor never rubs, m. */
const LIFT = 0.05;
/** Kept off a surface after a hit, so that sliding along it is free, m. */
const NUDGE = 0.002;
const SLIDES = 4;
/** Lips this much above the soles are taken in the air, m. */
const AIR_STEP = 0.22;

/** How a move ended. */
export interface Moved {
  readonly grounded: boolean;
  /** The loose piece stood on, or -1. */
  readonly ground: number;
}

/** Called for each wall met, with what it is; crates are pushed there. */
export type OnWall = (hit: Hit) => void;

/** Moves one character; `stage` may be replaced between moves. */
export class Walker {
  readonly #around: Surroundings;
  readonly #onWall: OnWall;

  constructor(around: Surroundings, onWall: OnWall) {
    this.#around = around;
    this.#onWall = onWall;
  }

  /** Moves `p` by `d` with the feet on the ground: level, up steps and slopes, then down to the ground. */
  walk(stage: Stage, p: Place, d: Readonly<Place>): Moved {
    const from = p.y;
    p.y += LIFT;
    this.#slideLevel(stage, p, { x: d.x, y: 0, z: d.z }, d);
    const down = p.y - from + FEEL.snapDistance;
    const hit = this.#around.cast(stage, p, { x: 0, y: -down, z: 0 });
    if (hit !== null && this.#carries(stage, p, d, hit)) {
      p.y -= down * hit.part;
      return { grounded: true, ground: hit.piece };
    }
    p.y -= hit === null ? LIFT : Math.min(LIFT, down * hit.part);
    return { grounded: false, ground: -1 };
  }

  /** Moves `p` by `d` through the air and takes from `motion` what walls, ceilings and the ground take. */
  fly(stage: Stage, p: Place, d: Readonly<Place>, motion: Motion): Moved {
    const rest = { x: d.x, y: d.y, z: d.z };
    let ground: Hit | null = null;
    for (let slide = 0; slide < SLIDES; slide++) {
      const hit = this.#advance(stage, p, rest);
      if (hit === null) break;
      if (hit.normal.y >= FEEL.walkable && motion.vy <= 0) {
        ground = hit;
        motion.vy = 0;
        rest.y = 0;
      } else if (motion.vy <= 1 && this.#stepUp(stage, p, rest, AIR_STEP)) {
        motion.vy = Math.max(0, motion.vy);
        break;
      } else {
        this.#onWall(hit);
        deflect(rest, hit.normal);
        bounce(motion, hit.normal);
      }
    }
    return { grounded: ground !== null, ground: ground?.piece ?? -1 };
  }

  #slideLevel(stage: Stage, p: Place, rest: Place, d: Readonly<Place>): void {
    for (let slide = 0; slide < SLIDES; slide++) {
      if (rest.x * rest.x + rest.z * rest.z < 1e-10) return;
      const hit = this.#advance(stage, p, rest);
      if (hit === null) return;
      const n = hit.normal;
      if (n.y >= FEEL.walkable) {
        rest.y = -(n.x * rest.x + n.z * rest.z) / n.y;
        continue;
      }
      this.#onWall(hit);
      rest.y = 0;
      if (this.#stepUp(stage, p, rest, FEEL.stepHeight - LIFT)) return;
      const level = Math.sqrt(n.x * n.x + n.z * n.z);
      if (level > 1e-6) deflect(rest, { x: n.x / level, y: 0, z: n.z / level });
      if (rest.x * d.x + rest.z * d.z <= 0) return;
    }
  }

  /** Goes as far as it can along `rest`, leaves in `rest` what is left and stands a little off what it met. */
  #advance(stage: Stage, p: Place, rest: Place): Hit | null {
    const hit = this.#around.cast(stage, p, rest);
    const part = hit?.part ?? 1;
    p.x += rest.x * part;
    p.y += rest.y * part;
    p.z += rest.z * part;
    if (hit === null) return null;
    p.x += hit.normal.x * NUDGE;
    p.y += hit.normal.y * NUDGE;
    p.z += hit.normal.z * NUDGE;
    rest.x *= 1 - part;
    rest.y *= 1 - part;
    rest.z *= 1 - part;
    return hit;
  }

  /** Up, on and down again onto a step of at most `height` m; `p` changes only when there is one. */
  #stepUp(stage: Stage, p: Place, rest: Readonly<Place>, height: number): boolean {
    const way = Math.sqrt(rest.x * rest.x + rest.z * rest.z);
    if (way < 1e-4) return false;
    const roof = this.#around.cast(stage, p, { x: 0, y: height, z: 0 });
    const rise = height * (roof?.part ?? 1);
    const q = { x: p.x, y: p.y + rise, z: p.z };
    // A hand's breadth at least, or the round of the capsule would never get over the lip.
    const reach = Math.max(1, 0.04 / way);
    const level = { x: rest.x * reach, y: 0, z: rest.z * reach };
    const wall = this.#around.cast(stage, q, level);
    const part = wall?.part ?? 1;
    if (way * reach * part < 0.01) return false;
    q.x += level.x * part;
    q.z += level.z * part;
    const floor = this.#around.cast(stage, q, { x: 0, y: -rise, z: 0 });
    if (floor === null || floor.part > 0.999 || !this.#carries(stage, q, level, floor)) return false;
    p.x = q.x;
    p.y = q.y - rise * floor.part;
    p.z = q.z;
    return true;
  }

  /** True when one can stand on what was met below: walkable, or the lip of a step one moves onto. */
  #carries(stage: Stage, p: Readonly<Place>, d: Readonly<Place>, hit: Hit): boolean {
    if (hit.normal.y >= FEEL.walkable) return true;
    const towards = (hit.point.x - p.x) * d.x + (hit.point.z - p.z) * d.z > 0;
    return towards && hit.normal.y > 0 && this.#around.hasTop(stage, hit);
  }
}

function deflect(rest: Place, n: Readonly<Place>): void {
  const into = rest.x * n.x + rest.y * n.y + rest.z * n.z;
  if (into >= 0) return;
  rest.x -= n.x * into;
  rest.y -= n.y * into;
  rest.z -= n.z * into;
}

function bounce(motion: Motion, n: Readonly<Place>): void {
  const into = motion.vx * n.x + motion.vy * n.y + motion.vz * n.z;
  if (into >= 0) return;
  motion.vx -= n.x * into;
  motion.vz -= n.z * into;
  motion.vy -= n.y * into;
  if (motion.vy <= 0) motion.rising = false;
}
