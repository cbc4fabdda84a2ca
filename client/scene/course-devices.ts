/** The pieces of richer courses in the picture: built from a scene, posed from a run. */
import { type Color, Group, Mesh, type MeshBasicMaterial } from 'three';
import { isOn } from '#shared/physics/cycle.ts';
import { keyPlace } from '#shared/physics/keys.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { TILE_TICKS } from '#shared/physics/tiles.ts';
import {
  pourChevrons,
  pourGrip,
  pourKey,
  pourKeyhole,
  pourLeverFoot,
  pourLock,
  pourStick,
  pourTile,
  pourTileLight,
} from './course-device-pieces.ts';
import { DOOR_COLOURS, HAZARD, metres, placing, TURN } from './course-pieces.ts';
import { drawWind, type WindDraw } from './course-wind.ts';
import { KEY_COLOURS } from './key-colours.ts';
import { Soup } from './soup.ts';
import { glow, type SharedUniforms } from './styl.ts';

type Spot = { readonly x: number; readonly y: number; readonly z: number };

/** What is read of a run to pose these pieces; a `Run` of shared/physics is one. */
export type DeviceRun = {
  readonly tick: number;
  readonly mechanism: { readonly thrown: readonly number[] };
  readonly keys: { readonly holders: readonly number[]; readonly opened: readonly number[] };
  readonly tiles: readonly number[];
  readonly characters: readonly { readonly at: Spot }[];
};

/** A mesh, solid or of light, from what is poured. */
export type MakeMesh = (pour: (soup: Soup) => void, solid: boolean) => Mesh;

/** How far a lever leans to either side, radians. */
const LEAN = 0.6;
/** Ticks in which a tile sinks out of sight. */
const SINK = 40;
/** Ticks before a door of a clock changes in which its sign counts down. */
const WARNING = 60;

/** Before anything happened. */
const AT_REST: DeviceRun = {
  tick: 0,
  mechanism: { thrown: [] },
  keys: { holders: [], opened: [] },
  tiles: [],
  characters: [],
};

type Device = (run: DeviceRun) => void;

/** All such pieces of one scene, in one group. */
export class CourseDevices {
  readonly group = new Group();
  readonly #shared: SharedUniforms;
  readonly #make: MakeMesh;
  readonly #devices: readonly Device[];

  constructor(shared: SharedUniforms, scene: Scene, make: MakeMesh) {
    this.#shared = shared;
    this.#make = make;
    const { levers = [], locks = [], keys = [], tiles = [], grips = [], winds = [], clocks = [] } = scene;
    for (const grip of grips) {
      this.#add(make((soup) => soup.within(placing(grip), () => pourGrip(soup, metres(grip.half))), true));
      this.#add(make((soup) => soup.within(placing(grip), () => pourChevrons(soup, metres(grip.half))), false));
    }
    const drawn: readonly WindDraw[] = winds.map((wind, index) => drawWind(shared, wind, index));
    for (const { mesh } of drawn) this.group.add(mesh);
    let falling = 0;
    this.#devices = [
      ...levers.map((lever, index) => this.#lever(lever, index)),
      ...locks.map((lock, index) => this.#lock(lock, index)),
      ...keys.map(({ at }, index) => this.#key(at, index)),
      ...tiles.map((tile) => this.#tile(tile, tile.holds ? -1 : falling++)),
      ...clocks.flatMap((clock) => clock.doors.map((door) => this.#clock(scene, clock, door))),
      ...drawn.map((wind) => (run: DeviceRun) => wind.at(run.tick)),
    ];
    this.pose(AT_REST);
  }

  /** Poses all of them. */
  pose(run: DeviceRun): void {
    for (const device of this.#devices) device(run);
  }

  #add(mesh: Mesh): Mesh {
    this.group.add(mesh);
    return mesh;
  }

  /** A mesh of light with a strength of its own. */
  #lamp(pour: (soup: Soup) => void, strength: number): { readonly mesh: Mesh; readonly colour: Color } {
    const soup = new Soup();
    pour(soup);
    const material: MeshBasicMaterial = glow(this.#shared, strength);
    return { mesh: this.#add(new Mesh(soup.geometry(), material)), colour: material.color };
  }

  #lever(lever: NonNullable<Scene['levers']>[number], index: number): Device {
    const half = metres(lever.half);
    this.#add(this.#make((soup) => soup.within(placing(lever), () => pourLeverFoot(soup, half)), true));
    const [opens] = lever.doors;
    // One that only shuts is marked like what hurts.
    const colour = opens === undefined ? HAZARD : (DOOR_COLOURS[opens % DOOR_COLOURS.length] ?? 0xffffff);
    const length = half[1] * 2 * 0.8;
    const arm = new Group();
    const stick = this.#make((soup) => pourStick(soup, length), true);
    const tip = this.#lamp((soup) => soup.diamond(0.17, { foot: colour }, { at: [0, length, 0] }), 0.55);
    arm.add(stick, tip.mesh);
    const [x, y, z] = metres(lever.at);
    arm.position.set(x, y - half[1] + 0.15, z);
    arm.rotation.order = 'YXZ';
    arm.rotation.y = lever.yaw * TURN;
    arm.rotation.z = LEAN;
    this.group.add(arm);
    return (run) => {
      const on = run.mechanism.thrown[index] === 1;
      arm.rotation.z += ((on ? -LEAN : LEAN) - arm.rotation.z) * 0.3;
      tip.colour.setScalar(on ? 2.2 : 0.55);
    };
  }

  #lock(lock: NonNullable<Scene['locks']>[number], index: number): Device {
    const half = metres(lock.half);
    this.#add(this.#make((soup) => soup.within(placing(lock), () => pourLock(soup, half)), true));
    const face = this.#lamp(
      (soup) => soup.within(placing(lock), () => pourKeyhole(soup, half, colourOfKey(lock.key))),
      0.7,
    );
    return (run) => face.colour.setScalar(run.keys.opened[index] === 1 ? 2.4 : 0.7);
  }

  #key(at: readonly [number, number, number], index: number): Device {
    const { mesh } = this.#lamp((soup) => pourKey(soup, colourOfKey(index)), 1.2);
    return (run) => {
      const holder = run.keys.holders[index] ?? -1;
      const place = keyPlace(at, holder, run.characters[holder]?.at);
      mesh.visible = place !== null;
      if (place === null) return;
      mesh.position.set(place.x, place.y + 0.06 * Math.sin(run.tick * 0.06 + index), place.z);
      mesh.rotation.y = run.tick * 0.03;
    };
  }

  /** @param falling its number among the tiles that give way, or -1 */
  #tile(tile: NonNullable<Scene['tiles']>[number], falling: number): Device {
    const half = metres(tile.half);
    const slab = this.#add(this.#make((soup) => pourTile(soup, half), true));
    const [x, y, z] = metres(tile.at);
    slab.position.set(x, y, z);
    slab.rotation.y = tile.yaw * TURN;
    if (falling < 0) {
      const light = this.#lamp((soup) => soup.within(placing(tile), () => pourTileLight(soup, half)), 1.6);
      return (run) => {
        light.mesh.visible = run.tick < tile.shown;
      };
    }
    return (run) => {
      const since = run.tiles[falling] ?? 0;
      const fall = Math.max(0, since - TILE_TICKS.gives) / 60;
      const rise = Math.max(0, since - (TILE_TICKS.back - SINK)) / SINK;
      slab.visible = since <= SINK || rise > 0;
      const shake = since > 0 && since <= TILE_TICKS.gives ? 0.02 * Math.sin(since * 2.4) : 0;
      slab.position.set(x + shake, rise > 0 ? y : y - 14 * fall * fall, z);
      slab.scale.setScalar(rise > 0 ? rise : 1);
    };
  }

  /** A sign that rides on a door: bright while its clock is on, smaller and smaller before it changes. */
  #clock(scene: Scene, clock: NonNullable<Scene['clocks']>[number], door: number): Device {
    const size = (scene.doors[door]?.half[1] ?? 0) / 64;
    const colour = DOOR_COLOURS[door % DOOR_COLOURS.length] ?? 0xffffff;
    const sign = this.#lamp((soup) => {
      soup.ring(0.34, 0.05, 20, 6, { foot: colour });
      soup.diamond(0.22, { foot: colour });
    }, 1);
    const home = metres(scene.doors[door]?.at ?? [0, 0, 0]);
    sign.mesh.position.set(home[0], home[1] + size + 0.7, home[2]);
    sign.mesh.rotation.y = (scene.doors[door]?.yaw ?? 0) * TURN;
    return (run) => {
      const on = isOn(clock, run.tick);
      let left = 0;
      while (left < WARNING && isOn(clock, run.tick + left) === on) left++;
      sign.colour.setScalar(on ? 2.2 : 0.4);
      sign.mesh.scale.setScalar(0.4 + (0.6 * left) / WARNING);
    };
  }
}

function colourOfKey(index: number): number {
  return KEY_COLOURS[index % KEY_COLOURS.length] ?? 0xffffff;
}
