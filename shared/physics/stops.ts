/** What a character meets on its way: hazards, the kill height, checkpoints in their order, the goal. */
import { FEEL, SOLE } from './feel.ts';
import { type Place, placeOnPath, UNIT_METRES } from './path.ts';
import type { Scene } from './scene.ts';
import { startPlace } from './stage.ts';
import { touches, type Zone, zoneOf } from './zone.ts';

/** The zones of one scene; hazards move along their paths. */
export class Stops {
  readonly #scene: Scene;
  readonly #hazards: readonly Zone[];
  readonly #checkpoints: readonly Zone[];
  readonly #goal: Zone;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#hazards = scene.hazards.map(({ half, yaw, path }) => zoneOf({ at: path[0]?.at ?? [0, 0, 0], half, yaw }));
    this.#checkpoints = scene.checkpoints.map(zoneOf);
    this.#goal = zoneOf(scene.goal);
  }

  /** True when a character at `p` that has passed `passed` checkpoints is in the next one. */
  isNext(passed: number, p: Readonly<Place>): boolean {
    const next = this.#checkpoints[passed];
    return next !== undefined && touches(next, p);
  }

  /** True when a character at `p` that has passed `passed` checkpoints is at the goal and may be. */
  isGoal(passed: number, p: Readonly<Place>): boolean {
    return passed === this.#checkpoints.length && touches(this.#goal, p);
  }

  /** True when a character at `p` has fallen too far or touches a hazard where it is at `tick`. */
  hurts(tick: number, p: Readonly<Place>): boolean {
    if (p.y < this.#scene.kill * UNIT_METRES) return true;
    return this.#hazards.some((zone, index) => {
      const hazard = this.#scene.hazards[index];
      if (hazard === undefined) return false;
      placeOnPath(hazard.path, tick, zone.at);
      return touches(zone, p);
    });
  }

  /** Where the character of start `number` that has passed `passed` checkpoints begins again: its middle, m. */
  again(passed: number, number: number): Place {
    const last = this.#checkpoints[passed - 1];
    if (last === undefined) return startPlace(this.#scene, number);
    return { x: last.at.x, y: last.at.y - last.half.y + SOLE + FEEL.skin, z: last.at.z };
  }
}
