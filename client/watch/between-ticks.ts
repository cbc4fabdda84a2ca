/** A run as it is between two ticks, so that what moves by itself glides in slow motion as whoever rides it does. */
import type { CourseRun } from '#client/scene/course-view.ts';
import { FEEL } from '#shared/physics/feel.ts';
import { type Place, placeOnPath } from '#shared/physics/path.ts';
import type { Run } from '#shared/physics/run.ts';
import type { Mover } from '#shared/physics/scene.ts';

/** Shown `fraction` of the way from the tick before to the tick where the run is. */
export class BetweenTicks implements CourseRun {
  readonly #run: Run;
  readonly #fraction: number;

  constructor(run: Run, fraction: number) {
    this.#run = run;
    this.#fraction = fraction;
  }

  get tick() {
    return this.#run.tick;
  }
  get mechanism() {
    return this.#run.mechanism;
  }
  get keys() {
    return this.#run.keys;
  }
  get tiles() {
    return this.#run.tiles;
  }
  get characters() {
    return this.#run.characters;
  }
  get checkpoint() {
    return this.#run.checkpoint;
  }
  get goalTick() {
    return this.#run.goalTick;
  }

  platformPlace(index: number): Place {
    return this.#glide(this.#run.scene.platforms[index]);
  }

  hazardPlace(index: number): Place {
    return this.#glide(this.#run.scene.hazards[index]);
  }

  doorPlace(index: number): Place {
    return this.#run.doorPlace(index);
  }

  cratePose(index: number): { readonly at: Place } {
    const { at, velocity } = this.#run.cratePose(index);
    const back = (1 - this.#fraction) / FEEL.tickHz;
    return { at: { x: at.x - velocity.x * back, y: at.y - velocity.y * back, z: at.z - velocity.z * back } };
  }

  #glide(mover: Mover | undefined): Place {
    if (mover === undefined) return { x: 0, y: 0, z: 0 };
    const to = placeOnPath(mover.path, this.#run.tick);
    const from = placeOnPath(mover.path, Math.max(0, this.#run.tick - 1));
    const part = this.#fraction;
    return {
      x: from.x + (to.x - from.x) * part,
      y: from.y + (to.y - from.y) * part,
      z: from.z + (to.z - from.z) * part,
    };
  }
}
