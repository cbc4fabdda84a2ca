/** A course on the drawing board: pieces are added in metres and eighths of a turn and kept as whole numbers. */
import { ENGINE } from '#shared/physics/engine.ts';
import { type Cycle, EXTRAS, parseScene, RICH_FORM, SCENE_FORM, type Scene } from '#shared/physics/scene.ts';
import { headingVector } from '#shared/physics/turns.ts';
import { type ParkourInstance, parseParkour } from './instance.ts';

/** x, y, z in m. */
export type Metres = readonly [number, number, number];

type Lists = {
  -readonly [K in
    | 'boxes'
    | 'ramps'
    | 'platforms'
    | 'crates'
    | 'hazards'
    | 'buttons'
    | 'doors'
    | 'checkpoints']: Scene[K][number][];
};
type Extras = { -readonly [K in (typeof EXTRAS)[number]]: NonNullable<Scene[K]>[number][] };

/** What a button does. */
export interface ButtonPlan {
  readonly press: 'use' | 'step';
  readonly doors: readonly number[];
  readonly ticks: number;
}

/** The cycle of what never stops. */
const ALWAYS: Cycle = { period: 1, on: 1, phase: 0 };

/** Metres to the nearest 1/64 m. */
export function units(metres: Metres): readonly [number, number, number] {
  const [x, y, z] = metres;
  return [Math.round(x * 64), Math.round(y * 64), Math.round(z * 64)];
}

/** Collects pieces. Turns are eighths: 0 looks along −Z, 2 along −X. */
export class Draft {
  readonly #lists: Lists = {
    boxes: [],
    ramps: [],
    platforms: [],
    crates: [],
    hazards: [],
    buttons: [],
    doors: [],
    checkpoints: [],
  };
  readonly #extras: Extras = { levers: [], clocks: [], keys: [], locks: [], tiles: [], grips: [], winds: [] };
  #goal: Scene['goal'] = { at: [0, 64, 0], half: [64, 64, 64], yaw: 0 };
  readonly #starts: Scene['starts'][number][] = [];

  /** Number of doors so far: the index of the next. */
  get doors(): number {
    return this.#lists.doors.length;
  }

  /** Number of moving platforms so far: the index of the next. */
  get platforms(): number {
    return this.#lists.platforms.length;
  }

  /** Number of hazards so far: the index of the next. */
  get hazards(): number {
    return this.#lists.hazards.length;
  }

  /** Number of walls to leap from so far: the index of the next. */
  get grips(): number {
    return this.#extras.grips.length;
  }

  /** Where the soles of the next character stand at the start. */
  start(at: Metres, eighth: number): void {
    this.#starts.push({ at: units(at), yaw: yawOf(eighth) });
  }

  /** A fixed box by the middle of its top face and its full size. */
  box(top: Metres, size: Metres, eighth = 0): void {
    this.#lists.boxes.push(fromTop(top, size, eighth));
  }

  /** A wedge by the middle of its bottom face; it rises along `eighth`. */
  ramp(bottom: Metres, size: Metres, eighth: number): void {
    this.#lists.ramps.push(fromBottom(bottom, size, eighth + 4));
  }

  /** A platform by the way of the middle of its top face: each stop with the ticks to the next. */
  platform(stops: readonly { readonly top: Metres; readonly ticks: number }[], size: Metres, eighth = 0): number {
    const path = stops.map(({ top, ticks }) => ({ at: fromTop(top, size, eighth).at, ticks }));
    return this.#lists.platforms.push({ half: halves(size), yaw: yawOf(eighth), path }) - 1;
  }

  /** A hazard by the way of its middle. */
  hazard(stops: readonly { readonly at: Metres; readonly ticks: number }[], size: Metres, eighth = 0): number {
    const path = stops.map(({ at, ticks }) => ({ at: units(at), ticks }));
    return this.#lists.hazards.push({ half: halves(size), yaw: yawOf(eighth), path }) - 1;
  }

  /** A crate that stands on `bottom`. */
  crate(bottom: Metres, size: Metres, mass: number, eighth = 0): void {
    this.#lists.crates.push({ ...fromBottom(bottom, size, eighth), mass });
  }

  /** A door that stands on `bottom` and slides by `slide` within `travel` ticks. */
  door(bottom: Metres, size: Metres, eighth: number, slide: Metres, travel: number, need = 1): number {
    return this.#lists.doors.push({ ...fromBottom(bottom, size, eighth), slide: units(slide), travel, need }) - 1;
  }

  /** A button that stands on `bottom`. */
  button(bottom: Metres, size: Metres, plan: ButtonPlan): void {
    this.#lists.buttons.push({ ...fromBottom(bottom, size, 0), ...plan });
  }

  /** A lever that stands on `bottom`; while it is on, the doors it `shuts` stay shut. */
  lever(bottom: Metres, size: Metres, doors: readonly number[], shuts: readonly number[] = []): number {
    return this.#extras.levers.push({ ...fromBottom(bottom, size, 0), doors, shuts }) - 1;
  }

  /** A clock for doors. */
  clock(cycle: Cycle, doors: readonly number[]): void {
    this.#extras.clocks.push({ ...cycle, doors });
  }

  /** A key by its middle. */
  key(at: Metres): number {
    return this.#extras.keys.push({ at: units(at) }) - 1;
  }

  /** A lock that stands on `bottom` and takes `key`. */
  lock(bottom: Metres, size: Metres, eighth: number, key: number, doors: readonly number[]): void {
    this.#extras.locks.push({ ...fromBottom(bottom, size, eighth), key, doors });
  }

  /** A tile by the middle of its top face; its light shows whether it holds for the first `shown` ticks. */
  tile(top: Metres, size: Metres, eighth: number, holds: boolean, shown: number): void {
    this.#extras.tiles.push({ ...fromTop(top, size, eighth), holds, shown });
  }

  /** A wall to leap from that stands on `bottom`. */
  grip(bottom: Metres, size: Metres, eighth = 0): void {
    this.#extras.grips.push(fromBottom(bottom, size, eighth));
  }

  /** Wind by the middle of its zone; `push` in m/s². */
  wind(at: Metres, size: Metres, eighth: number, push: Metres, cycle: Cycle = ALWAYS): void {
    const { period, on, phase } = cycle;
    this.#extras.winds.push({
      at: units(at),
      half: halves(size),
      yaw: yawOf(eighth),
      push: units(push),
      period,
      on,
      phase,
    });
  }

  /** A checkpoint: a gate that stands on `bottom`. */
  checkpoint(bottom: Metres, size: Metres, eighth = 0): void {
    this.#lists.checkpoints.push(fromBottom(bottom, size, eighth));
  }

  /** The goal: a gate that stands on `bottom`. */
  goal(bottom: Metres, size: Metres, eighth = 0): void {
    this.#goal = fromBottom(bottom, size, eighth);
  }

  /** The scene so far; `kill` lies 8 m under the lowest box. */
  scene(maxTicks: number): Scene {
    const [first] = this.#starts;
    const used = EXTRAS.filter((name) => this.#extras[name].length > 0);
    let lowest = first?.at[1] ?? 0;
    for (const { at, half } of this.#lists.boxes) lowest = Math.min(lowest, at[1] + half[1]);
    return parseScene({
      form: used.length > 0 || this.#starts.length > 1 ? RICH_FORM : SCENE_FORM,
      maxTicks,
      kill: lowest - 8 * 64,
      starts: this.#starts,
      goal: this.#goal,
      ...this.#lists,
      ...Object.fromEntries(used.map((name) => [name, this.#extras[name]])),
    });
  }

  /** The scene as an instance of this engine. */
  instance(maxTicks: number): ParkourInstance {
    return parseParkour({ scene: this.scene(maxTicks), engine: ENGINE });
  }
}

/** The level unit vector of an eighth of a turn. */
export function along(eighth: number): { readonly x: number; readonly z: number } {
  return headingVector(eighth * 4);
}

function yawOf(eighth: number): number {
  return (((eighth * 3) % 24) + 24) % 24;
}

function halves([x, y, z]: Metres): readonly [number, number, number] {
  const half = (side: number) => Math.max(1, Math.round(side * 32));
  return [half(x), half(y), half(z)];
}

function fromTop([x, y, z]: Metres, size: Metres, eighth: number) {
  const half = halves(size);
  const at = units([x, y, z]);
  return { at: [at[0], at[1] - half[1], at[2]] as const, half, yaw: yawOf(eighth) };
}

function fromBottom([x, y, z]: Metres, size: Metres, eighth: number) {
  const half = halves(size);
  const at = units([x, y, z]);
  return { at: [at[0], at[1] + half[1], at[2]] as const, half, yaw: yawOf(eighth) };
}
