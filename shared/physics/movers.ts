/** Platforms, doors and false tiles: where they are, how fast they move, whom they push aside. */
import { TICK_SECONDS } from './feel.ts';
import type { Mechanism } from './mechanism.ts';
import { type Place, placeOnPath } from './path.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';
import { falseTiles, type Tiles } from './tiles.ts';
import { wayOut, type Zone, zoneOf } from './zone.ts';

const STILL: Readonly<Place> = { x: 0, y: 0, z: 0 };

/** All platforms (first), doors (after them) and false tiles (last) of a scene as moving zones. */
export class Movers {
  readonly #scene: Scene;
  readonly #mechanism: Mechanism;
  readonly #tiles: Tiles;
  readonly #firstTile: number;
  readonly zones: readonly Zone[];
  readonly #velocities: readonly Place[];
  readonly #push: Place = { x: 0, y: 0, z: 0 };

  constructor(scene: Scene, mechanism: Mechanism, tiles: Tiles) {
    this.#scene = scene;
    this.#mechanism = mechanism;
    this.#tiles = tiles;
    this.#firstTile = scene.platforms.length + scene.doors.length;
    this.zones = [
      ...scene.platforms.map(({ half, yaw, path }) => zoneOf({ at: path[0]?.at ?? [0, 0, 0], half, yaw })),
      ...scene.doors.map(zoneOf),
      ...falseTiles(scene).map(zoneOf),
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
      if (index >= this.#firstTile) {
        if (at.y !== y) jump(stage, index, at);
        continue;
      }
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
    if (platform !== undefined) return placeOnPath(platform.path, tick, out);
    return index < this.#firstTile
      ? this.#mechanism.doorPlace(index - this.#scene.platforms.length, out)
      : this.#tiles.place(index - this.#firstTile, out);
  }
}

/** A tile is gone or back at once, without a speed that would throw what lies on it; crates wake up. */
function jump({ movers, crates }: Stage, index: number, at: Readonly<Place>): void {
  movers[index]?.setTranslation(at, true);
  for (const crate of crates) crate.wakeUp();
}
