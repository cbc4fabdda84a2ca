/** A course on the drawing board: pieces are added in metres and eighths of a turn and kept as whole numbers. */
import { ENGINE } from '#shared/physics/engine.ts';
import { parseScene, SCENE_FORM, type Scene } from '#shared/physics/scene.ts';
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

/** What a button does. */
export interface ButtonPlan {
  readonly press: 'use' | 'step';
  readonly doors: readonly number[];
  readonly ticks: number;
}

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
  #goal: Scene['goal'] = { at: [0, 64, 0], half: [64, 64, 64], yaw: 0 };
  #start: Scene['starts'][number] = { at: [0, 0, 0], yaw: 0 };

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

  /** Where the soles stand at the start. */
  start(at: Metres, eighth: number): void {
    this.#start = { at: units(at), yaw: yawOf(eighth) };
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
    let lowest = this.#start.at[1];
    for (const { at, half } of this.#lists.boxes) lowest = Math.min(lowest, at[1] + half[1]);
    return parseScene({
      form: SCENE_FORM,
      maxTicks,
      kill: lowest - 8 * 64,
      starts: [this.#start],
      goal: this.#goal,
      ...this.#lists,
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
