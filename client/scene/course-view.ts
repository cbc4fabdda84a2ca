/** A course as it is drawn: fixed pieces in one mesh, everything that moves as its own, posed from a run. */
import { type BufferGeometry, type Color, DoubleSide, Group, Mesh, type MeshBasicMaterial } from 'three';
import type { Scene } from '#shared/physics/scene.ts';
import { type Block, blockOf, isInBlocks } from './course-blocks.ts';
import { CourseDevices, type DeviceRun } from './course-devices.ts';
import { floorsOf } from './course-groups.ts';
import {
  DOOR_COLOURS,
  HAZARD,
  metres,
  placing,
  pourBox,
  pourButtonFoot,
  pourCrate,
  pourDoor,
  pourEdges,
  pourHazard,
  pourPlatform,
  pourRamp,
  pourStart,
  TURN,
  UNIT,
} from './course-pieces.ts';
import { isletsOf, zoneOfLight } from './course-zones.ts';
import { MEANING } from './palette.ts';
import { Soup } from './soup.ts';
import { glow, type SharedUniforms, surface } from './styl.ts';

type Spot = { readonly x: number; readonly y: number; readonly z: number };

/** What is read of a run to pose the pieces; a `Run` of shared/physics is one. */
export type CourseRun = DeviceRun & {
  platformPlace(index: number): Spot;
  hazardPlace(index: number): Spot;
  doorPlace(index: number): Spot;
  cratePose(index: number): { readonly at: Spot };
  readonly mechanism: { readonly live: readonly number[] };
  readonly checkpoint: number;
  readonly goalTick: number;
};

type Pieces = {
  readonly platforms: Group[];
  readonly hazards: Group[];
  readonly crates: Group[];
  readonly doors: Group[];
  readonly buttons: {
    readonly cap: Mesh;
    readonly light: MeshBasicMaterial;
    readonly y: number;
    readonly drop: number;
  }[];
  readonly checkpoints: { readonly value: Color }[];
  readonly goal: { readonly value: Color } | null;
};

const NONE: Pieces = { platforms: [], hazards: [], crates: [], doors: [], buttons: [], checkpoints: [], goal: null };

/** Draws one course at a time in its own metres. */
export class CourseView {
  readonly group = new Group();
  readonly #shared: SharedUniforms;
  readonly #shadows: boolean;
  readonly #solid;
  readonly #light;
  #pieces: Pieces = NONE;
  #devices: CourseDevices | null = null;
  #fixed: Block[] = [];
  #moving: Block[] = [];

  constructor(shared: SharedUniforms, shadows: boolean) {
    this.#shared = shared;
    this.#shadows = shadows;
    this.#solid = surface(shared, 'plain', { side: DoubleSide });
    this.#light = glow(shared, 1.5);
  }

  /** Shows a scene, its movers at the first tick; `islets` adds rocks in the distance. */
  show(scene: Scene, islets = true): void {
    this.clear();
    const soup = new Soup();
    const floors = floorsOf(scene.boxes);
    for (const [i, box] of scene.boxes.entries())
      soup.within(placing(box), () => pourBox(soup, metres(box.half), floors[i] ?? { floor: i, rank: 0, alone: true }));
    for (const [i, ramp] of scene.ramps.entries())
      soup.within(placing(ramp), () => pourRamp(soup, metres(ramp.half), i));
    for (const start of scene.starts) soup.within(placing(start), () => pourStart(soup));
    for (const button of scene.buttons) soup.within(placing(button), () => pourButtonFoot(soup, metres(button.half)));
    this.group.add(this.#mesh(soup.geometry(), true));
    if (islets) this.group.add(this.#mesh(isletsOf(scene), true));
    this.#pieces = {
      platforms: scene.platforms.map(({ half, yaw, path }) =>
        this.#piece(path[0]?.at, yaw, (body, light) => {
          pourPlatform(body, metres(half));
          pourEdges(light, metres(half), 0x9fd8ff, false, 0.05);
        }),
      ),
      hazards: scene.hazards.map(({ half, yaw, path }) =>
        this.#piece(path[0]?.at, yaw, (body, light) => {
          pourHazard(body, metres(half));
          pourEdges(light, metres(half), HAZARD, true, 0.05);
        }),
      ),
      crates: scene.crates.map(({ at, half, yaw }) => this.#piece(at, yaw, (body) => pourCrate(body, metres(half)))),
      doors: scene.doors.map(({ at, half, yaw }, i) =>
        this.#piece(at, yaw, (body, light) => {
          pourDoor(body, metres(half), DOOR_COLOURS[i % DOOR_COLOURS.length] ?? 0xffffff);
          pourEdges(light, metres(half), DOOR_COLOURS[i % DOOR_COLOURS.length] ?? 0xffffff, true, 0.06);
        }),
      ),
      buttons: scene.buttons.map((button) => this.#button(button)),
      checkpoints: scene.checkpoints.map((zone) => this.#zone(zone, MEANING.frontier)),
      goal: this.#goal(scene.goal),
    };
    this.#devices = new CourseDevices(this.#shared, scene, (pour, solid) => {
      const poured = new Soup();
      pour(poured);
      return this.#mesh(poured.geometry(), solid);
    });
    this.group.add(this.#devices.group);
    this.#fixed = [
      ...[...scene.boxes, ...(scene.grips ?? [])].map((box) => blockOf(box, false)),
      ...scene.ramps.map((ramp) => blockOf(ramp, true)),
    ];
    this.#moving = [
      ...scene.platforms.map(({ half, yaw, path }) => blockOf({ at: path[0]?.at ?? [0, 0, 0], half, yaw }, false)),
      ...scene.doors.map((door) => blockOf(door, false)),
      ...scene.crates.map((crate) => blockOf(crate, false)),
    ];
  }

  /** Poses everything that moves. */
  pose(run: CourseRun): void {
    const { platforms, hazards, crates, doors, buttons, checkpoints, goal } = this.#pieces;
    for (const [i, piece] of platforms.entries()) put(piece, run.platformPlace(i), this.#moving[i]);
    for (const [i, piece] of hazards.entries()) put(piece, run.hazardPlace(i), undefined);
    for (const [i, piece] of doors.entries()) put(piece, run.doorPlace(i), this.#moving[platforms.length + i]);
    for (const [i, piece] of crates.entries())
      put(piece, run.cratePose(i).at, this.#moving[platforms.length + doors.length + i]);
    for (const [i, { cap, light, y, drop }] of buttons.entries()) {
      const live = (run.mechanism.live[i] ?? 0) > 0;
      cap.position.y = live ? y - drop : y;
      light.color.setScalar(live ? 2.2 : 0.55);
    }
    for (const [i, colour] of checkpoints.entries()) {
      if (i < run.checkpoint) colour.value.set(MEANING.training).multiplyScalar(0.35);
      else colour.value.set(MEANING.frontier).multiplyScalar(i === run.checkpoint ? 1 : 0.3);
    }
    this.#devices?.pose(run);
    const ready = run.checkpoint >= checkpoints.length;
    goal?.value.set(MEANING.solved).multiplyScalar(run.goalTick >= 0 ? 2.4 : ready ? 1.2 : 0.4);
  }

  /** True when a place is inside a piece, for the camera. */
  blocked(x: number, y: number, z: number): boolean {
    return isInBlocks(this.#fixed, x, y, z) || isInBlocks(this.#moving, x, y, z);
  }

  /** Takes everything down; the two materials that every course shares stay. */
  clear(): void {
    const shared: readonly unknown[] = [this.#solid, this.#light];
    this.group.traverse((child) => {
      if (!(child instanceof Mesh)) return;
      child.geometry.dispose();
      // Caps, lamps, zones and winds have a material each, of their own colour.
      if (!shared.includes(child.material)) child.material.dispose();
    });
    this.group.clear();
    this.#pieces = NONE;
    this.#devices = null;
    this.#fixed = [];
    this.#moving = [];
  }

  /** After this nothing can be shown any more. */
  dispose(): void {
    this.clear();
    this.#solid.dispose();
    this.#light.dispose();
  }

  #mesh(geometry: BufferGeometry, solid: boolean): Mesh {
    const mesh = new Mesh(geometry, solid ? this.#solid : this.#light);
    mesh.castShadow = solid && this.#shadows;
    mesh.receiveShadow = solid && this.#shadows;
    return mesh;
  }

  #piece(at: Scene['goal']['at'] | undefined, yaw: number, pour: (body: Soup, light: Soup) => void): Group {
    const body = new Soup();
    const light = new Soup();
    pour(body, light);
    const piece = new Group();
    piece.add(this.#mesh(body.geometry(), true));
    const lines = light.geometry();
    if (lines.getAttribute('position').count > 0) piece.add(this.#mesh(lines, false));
    const [x, y, z] = metres(at ?? [0, 0, 0]);
    piece.position.set(x, y, z);
    piece.rotation.y = yaw * TURN;
    this.group.add(piece);
    return piece;
  }

  #button(button: Scene['buttons'][number]): Pieces['buttons'][number] {
    const [x, y, z] = metres(button.at);
    const half = metres(button.half);
    const colour = DOOR_COLOURS[(button.doors[0] ?? 0) % DOOR_COLOURS.length] ?? 0xffffff;
    const soup = new Soup();
    soup.bevelled([half[0] * 1.8, half[1] * 1.4, half[2] * 1.8], 0.04, { foot: colour });
    if (button.press === 'use') soup.diamond(0.13, { foot: colour }, { at: [0, half[1] + 0.35, 0] });
    const light = glow(this.#shared, 0.55);
    const cap = new Mesh(soup.geometry(), light);
    const drop = half[1] * 0.5;
    cap.position.set(x, y + half[1] * 0.3, z);
    cap.rotation.y = button.yaw * TURN;
    this.group.add(cap);
    return { cap, light, y: cap.position.y, drop };
  }

  #zone(zone: Scene['goal'], colour: number): { readonly value: Color } {
    const { walls, foot, tint } = zoneOfLight(this.#shared, zone, colour, this.#light);
    this.group.add(walls, foot);
    return tint;
  }

  #goal(goal: Scene['goal']): { readonly value: Color } {
    const tint = this.#zone(goal, MEANING.solved);
    const soup = new Soup();
    const [x, y, z] = metres(goal.at);
    const above = goal.half[1] * UNIT;
    soup.diamond(
      0.42,
      { foot: MEANING.solved, top: 0xffffff },
      { at: [x, y + above + 0.9, z], scale: [0.75, 1.25, 0.75] },
    );
    soup.drum(0.07, 0.02, 40, 5, { foot: MEANING.solved }, { at: [x, y + above + 1.6, z] });
    this.group.add(this.#mesh(soup.geometry(), false));
    return tint;
  }
}

function put(piece: Group, at: Spot, block: Block | undefined): void {
  piece.position.set(at.x, at.y, at.z);
  if (block === undefined) return;
  block.x = at.x;
  block.y = at.y;
  block.z = at.z;
}
