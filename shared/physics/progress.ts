/** How far a run has come: checkpoints passed and the way to the next one, as one number from 0 to 1; of several
 * characters the middle. */

import type { Place } from './path.ts';
import type { Run } from './run.ts';
import type { Scene } from './scene.ts';
import { startPlace } from './stage.ts';
import { zoneOf } from './zone.ts';

/** Measures closeness to the goal of one scene, along its checkpoints. */
export class Progress {
  readonly #stops: readonly Readonly<Place>[];
  readonly #lengths: readonly number[];

  constructor(scene: Scene) {
    const zones = [...scene.checkpoints, scene.goal].map((solid) => zoneOf(solid).at);
    this.#stops = zones;
    this.#lengths = zones.map((at, index) => distance(zones[index - 1] ?? startPlace(scene), at));
  }

  /** Where the character of start `who` has to go next, m. */
  target(run: Run, who = 0): Readonly<Place> {
    const passed = run.characters[who]?.checkpoint ?? 0;
    return this.#stops[Math.min(passed, this.#stops.length - 1)] ?? run.at;
  }

  /** 0 at the start, 1 at the goal; a run that turns away from its next stop never falls below the last one. */
  of(run: Run): number {
    if (run.goalTick >= 0) return 1;
    let sum = 0;
    for (const [who, { at, checkpoint }] of run.characters.entries()) {
      const length = this.#lengths[checkpoint] ?? 1;
      const left = Math.min(1, distance(at, this.target(run, who)) / Math.max(length, 0.5));
      sum += (checkpoint + 0.99 * (1 - left)) / this.#stops.length;
    }
    return sum / run.characters.length;
  }
}

function distance(a: Readonly<Place>, b: Readonly<Place>): number {
  const x = a.x - b.x;
  const y = a.y - b.y;
  const z = a.z - b.z;
  return Math.sqrt(x * x + y * y + z * z);
}
