/** A visitor of the motion bench: runs from place to place, turns, stops, jumps, swims and bumps into what stands there. */
import { GATE_SPOTS, ISLAND_RADIUS, PEDESTAL_SPOTS } from '#content/world/island.ts';
import type { Rng } from '#shared/base/rng.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { HEADINGS, nearestHeading } from '#shared/physics/turns.ts';

/** Keys are held at least and at most this long, ms. */
const HELD_MS = { least: 60, most: 900 } as const;
/** A place counts as reached this near, m; it is given up after this long, ms. */
const NEAR = 1.5;
const PATIENCE_MS = 25_000;
/** Some places lie in the sea, which is one way to swim. */
const SEA_SHARE = 0.25;
const SEA_AT = ISLAND_RADIUS * 0.72;

interface Place {
  readonly x: number;
  readonly z: number;
}

/** Decides which keys are down; the same seed wanders the same way. */
export class Wanderer {
  readonly #rng: Rng;
  #keys = 0;
  #untilMs = 0;
  #goal: Place = { x: 0, z: 0 };
  #goalUntilMs = 0;

  constructor(rng: Rng) {
    this.#rng = rng;
  }

  /** The tape byte of the keys that are down at `nowMs`, for a body that stands at `at`. */
  keys(nowMs: number, at: Place): number {
    if (nowMs < this.#untilMs) return this.#keys;
    const rng = this.#rng;
    this.#untilMs = nowMs + rng.int(HELD_MS.least, HELD_MS.most);
    const [dx, dz] = [this.#goal.x - at.x, this.#goal.z - at.z];
    if (nowMs > this.#goalUntilMs || dx * dx + dz * dz < NEAR * NEAR) {
      this.#goal = this.#place();
      this.#goalUntilMs = nowMs + PATIENCE_MS;
    }
    const heading = nearestHeading(this.#goal.x - at.x, this.#goal.z - at.z) + this.#swerve() + HEADINGS;
    const gait = rng.chance(0.12) ? 'idle' : rng.chance(0.2) ? 'walk' : 'run';
    this.#keys = encodeInput({ heading: heading % HEADINGS, gait, jump: rng.chance(0.2) });
    return this.#keys;
  }

  /** Mostly straight on, at times to the side, at times all the way back. */
  #swerve(): number {
    const rng = this.#rng;
    if (rng.chance(0.06)) return HEADINGS / 2;
    return rng.chance(0.3) ? rng.int(-9, 9) : rng.int(-1, 1);
  }

  #place(): Place {
    const rng = this.#rng;
    if (rng.chance(SEA_SHARE)) return { x: rng.between(-SEA_AT, SEA_AT), z: rng.between(-SEA_AT, SEA_AT) };
    return rng.pick([...GATE_SPOTS, ...PEDESTAL_SPOTS]);
  }
}
