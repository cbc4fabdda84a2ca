/** Platforms and doors on the move: where they are, how fast, whom they carry and whom they push aside. */
import { SOLE, TICK_SECONDS } from './feel.ts';
import type { Mechanism } from './mechanism.ts';
import { type Place, placeOnPath } from './path.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';
import { isOver, wayOut, type Zone, zoneOf } from './zone.ts';

const STILL: Readonly<Place> = { x: 0, y: 0, z: 0 };

/** All platforms (first) and doors (after them) of a scene as moving zones. */
export class Movers {
  readonly #scene: Scene;
  readonly #mechanism: Mechanism;
  readonly #zones: readonly Zone[];
  readonly #velocities: readonly Place[];
  readonly #push: Place = { x: 0, y: 0, z: 0 };

  constructor(scene: Scene, mechanism: Mechanism) {
    this.#scene = scene;
    this.#mechanism = mechanism;
    this.#zones = [
      ...scene.platforms.map(({ half, yaw, path }) => zoneOf({ at: path[0]?.at ?? [0, 0, 0], half, yaw })),
      ...scene.doors.map(zoneOf),
    ];
    this.#velocities = this.#zones.map(() => ({ x: 0, y: 0, z: 0 }));
  }

  /** Moves every mover from the tick before to `tick`, in the engine too. */
  advance(tick: number, stage: Stage): void {
    for (const [index, zone] of this.#zones.entries()) {
      const velocity = this.#velocities[index];
      if (velocity === undefined) continue;
      const { x, y, z } = zone.at;
      const at = this.#place(index, tick, zone.at);
      velocity.x = (at.x - x) / TICK_SECONDS;
      velocity.y = (at.y - y) / TICK_SECONDS;
      velocity.z = (at.z - z) / TICK_SECONDS;
      this.#body(index, stage)?.setNextKinematicTranslation(at);
    }
  }

  /** Puts every mover where it is at `tick`; the engine's too when its world was not restored. */
  put(tick: number, stage: Stage | null): void {
    for (const [index, zone] of this.#zones.entries()) {
      const at = this.#place(index, tick, zone.at);
      if (stage !== null) this.#body(index, stage)?.setTranslation(at, false);
    }
  }

  /** Velocity of mover `index` in this tick, m/s; none for -1. */
  velocity(index: number): Readonly<Place> {
    return this.#velocities[index] ?? STILL;
  }

  /** The mover under the soles of a character that stands at `p`, or -1. */
  under(p: Readonly<Place>): number {
    for (const [index, { at, half, cos, sin }] of this.#zones.entries()) {
      const gap = p.y - SOLE - (at.y + half.y);
      if (gap > -0.1 && gap < 0.12 && isOver({ at, half, cos, sin }, p.x, p.z, 0.1)) return index;
    }
    return -1;
  }

  /** Pushes a character at `p` out of every mover; true when it had to. */
  pushOut(p: Place): boolean {
    let pushed = false;
    for (const zone of this.#zones) {
      if (!wayOut(zone, p, this.#push)) continue;
      p.x += this.#push.x;
      p.y += this.#push.y;
      p.z += this.#push.z;
      pushed = true;
    }
    return pushed;
  }

  #place(index: number, tick: number, out: Place): Place {
    const platform = this.#scene.platforms[index];
    return platform === undefined
      ? this.#mechanism.doorPlace(index - this.#scene.platforms.length, out)
      : placeOnPath(platform.path, tick, out);
  }

  #body(index: number, stage: Stage) {
    return index < stage.platforms.length ? stage.platforms[index] : stage.doors[index - stage.platforms.length];
  }
}
