/** Platforms and doors on the move: where they are, how fast, whom they push aside. */
import { TICK_SECONDS } from './feel.ts';
import type { Mechanism } from './mechanism.ts';
import { type Place, placeOnPath } from './path.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';
import { wayOut, type Zone, zoneOf } from './zone.ts';

const STILL: Readonly<Place> = { x: 0, y: 0, z: 0 };

/** All platforms (first) and doors (after them) of a scene as moving zones. */
export class Movers {
  readonly #scene: Scene;
  readonly #mechanism: Mechanism;
  readonly zones: readonly Zone[];
  readonly #velocities: readonly Place[];
  readonly #push: Place = { x: 0, y: 0, z: 0 };

  constructor(scene: Scene, mechanism: Mechanism) {
    this.#scene = scene;
    this.#mechanism = mechanism;
    this.zones = [
      ...scene.platforms.map(({ half, yaw, path }) => zoneOf({ at: path[0]?.at ?? [0, 0, 0], half, yaw })),
      ...scene.doors.map(zoneOf),
    ];
    this.#velocities = this.zones.map(() => ({ x: 0, y: 0, z: 0 }));
  }

  /** Moves every mover from the tick before to `tick`, in the engine too where it keeps bodies. */
  advance(tick: number, stage: Stage): void {
    for (const [index, zone] of this.zones.entries()) {
      const velocity = this.#velocities[index];
      if (velocity === undefined) continue;
      const { x, y, z } = zone.at;
      const at = this.#place(index, tick, zone.at);
      velocity.x = (at.x - x) / TICK_SECONDS;
      velocity.y = (at.y - y) / TICK_SECONDS;
      velocity.z = (at.z - z) / TICK_SECONDS;
      stage.movers[index]?.setNextKinematicTranslation(at);
    }
  }

  /** Puts every zone where its mover is at `tick`. */
  put(tick: number): void {
    for (const [index, zone] of this.zones.entries()) this.#place(index, tick, zone.at);
  }

  /** Velocity of mover `index` in this tick, m/s; none for -1 or a crate. */
  velocity(index: number): Readonly<Place> {
    return this.#velocities[index] ?? STILL;
  }

  /** Pushes a character at `p` out of every mover; true when it had to. */
  pushOut(p: Place): boolean {
    let pushed = false;
    for (const zone of this.zones) {
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
}
