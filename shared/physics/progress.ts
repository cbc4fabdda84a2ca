/** How far a run has come: checkpoints passed and the way to the next one, as one number from 0 to 1. */

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

  /** Where the run has to go next, m. */
  target(run: Run): Readonly<Place> {
    return this.#stops[Math.min(run.checkpoint, this.#stops.length - 1)] ?? run.at;
  }

  /** 0 at the start, 1 at the goal; a run that turns away from its next stop never falls below the last one. */
  of(run: Run): number {
    if (run.goalTick >= 0) return 1;
    const length = this.#lengths[run.checkpoint] ?? 1;
    const left = Math.min(1, distance(run.at, this.target(run)) / Math.max(length, 0.5));
    return (run.checkpoint + 0.99 * (1 - left)) / this.#stops.length;
  }
}

function distance(a: Readonly<Place>, b: Readonly<Place>): number {
  const x = a.x - b.x;
  const y = a.y - b.y;
  const z = a.z - b.z;
  return Math.sqrt(x * x + y * y + z * z);
}
