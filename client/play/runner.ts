/** Whoever is on a course as the picture needs them: where they were a tick ago, where they are now, which way they look. */
import type { RapierModule } from '#shared/physics/engine.ts';
import { SOLE } from '#shared/physics/feel.ts';
import { Run, type RunSnapshot } from '#shared/physics/run.ts';
import type { Scene } from '#shared/physics/scene.ts';

/** A pose to draw: soles in metres, yaw in radians (0 looks along −Z, growing to the left), speeds in m/s. */
export interface RunnerPose {
  x: number;
  y: number;
  z: number;
  yaw: number;
  speed: number;
  vy: number;
  grounded: boolean;
}

/** A saved runner: the run, and how its characters are drawn there. */
export interface RunnerSnapshot {
  readonly run: RunSnapshot;
  readonly from: readonly RunnerPose[];
  readonly to: readonly RunnerPose[];
}

/** Further than this in one tick is a leap back to a checkpoint, not a motion, m. */
const TELEPORT = 2;
/** What is left of a correction after a tick. */
const EASING = 0.8;
/** How fast a body turns the way it goes, a share a tick. */
const TURNING = 0.28;

type Astray = Pick<RunnerPose, 'x' | 'y' | 'z'>;
const RIGHT: Astray = { x: 0, y: 0, z: 0 };

/** A run with what is needed to draw its characters smoothly between its ticks. */
export class Runner {
  readonly run: Run;
  #from: readonly RunnerPose[];
  #to: readonly RunnerPose[];
  /** How far what is seen still is from what is so, m. */
  #astray: readonly Astray[] = [];

  constructor(rapier: RapierModule, scene: Scene) {
    this.run = new Run(rapier, scene);
    this.#to = this.#atStart();
    this.#from = this.#to;
  }

  /** One tick with one byte for each character. */
  step(...bytes: readonly number[]): void {
    const from = this.#to;
    this.run.step(...bytes);
    this.#to = from.map(({ yaw }, who) => {
      const { vx = 0, vz = 0 } = this.run.characters[who]?.motion ?? {};
      const wished = Math.hypot(vx, vz) > 0.3 ? Math.atan2(-vx, -vz) : yaw;
      return this.#pose(who, yaw + shortest(yaw, wished) * TURNING);
    });
    this.#astray = this.#astray.map(({ x, y, z }) => ({ x: x * EASING, y: y * EASING, z: z * EASING }));
    this.#from = this.#to.map((to, who) => {
      const before = from[who] ?? to;
      return Math.hypot(to.x - before.x, to.y - before.y, to.z - before.z) > TELEPORT ? to : before;
    });
  }

  /** The run's past was played again and came out otherwise: what is seen goes over to it within some ticks. */
  corrected(): void {
    const before = this.#to;
    this.#to = before.map(({ yaw }, who) => this.#pose(who, yaw));
    const off = this.#to.map(({ x, y, z }, who) => {
      const was = before[who] ?? { x, y, z };
      return { x: was.x - x, y: was.y - y, z: was.z - z };
    });
    this.#from = this.#from.map((from, who) => less(from, off[who]));
    this.#astray = off.map((more, who) => {
      const { x, y, z } = less(this.#astray[who] ?? RIGHT, { x: -more.x, y: -more.y, z: -more.z });
      return Math.hypot(x, y, z) > TELEPORT ? RIGHT : { x, y, z };
    });
  }

  /** Everything that changes, to come back to it with `load`. */
  save(): RunnerSnapshot {
    return { run: this.run.snapshot(), from: this.#from, to: this.#to };
  }

  /** Comes back to a snapshot of a runner on the same scene, exactly. */
  load({ run, from, to }: RunnerSnapshot): void {
    this.run.restore(run);
    this.#astray = [];
    this.#from = from;
    this.#to = to;
  }

  /** Back to the start. */
  restart(start: RunSnapshot): void {
    this.run.restore(start);
    this.#astray = [];
    this.#to = this.#atStart();
    this.#from = this.#to;
  }

  /** The pose of the character of start `who`, `fraction` of the way from the last tick but one to the last. */
  pose(fraction: number, who = 0): RunnerPose {
    const to = this.#to[who] ?? this.#pose(0, 0);
    const { x, y, z, yaw } = this.#from[who] ?? to;
    const astray = this.#astray[who] ?? RIGHT;
    return {
      ...to,
      x: x + (to.x - x) * fraction + astray.x,
      y: y + (to.y - y) * fraction + astray.y,
      z: z + (to.z - z) * fraction + astray.z,
      yaw: yaw + shortest(yaw, to.yaw) * fraction,
    };
  }

  free(): void {
    this.run.free();
  }

  #atStart(): readonly RunnerPose[] {
    return this.run.scene.starts.map(({ yaw }, who) => this.#pose(who, (yaw / 24) * Math.PI * 2));
  }

  #pose(who: number, yaw: number): RunnerPose {
    const { at, motion } = this.run.characters[who] ?? this.run;
    return {
      x: at.x,
      y: at.y - SOLE,
      z: at.z,
      yaw,
      speed: Math.hypot(motion.vx, motion.vz),
      vy: motion.vy,
      grounded: motion.grounded,
    };
  }
}

function less<T extends Astray>(pose: T, off: Astray = RIGHT): T {
  return { ...pose, x: pose.x - off.x, y: pose.y - off.y, z: pose.z - off.z };
}

/** The shorter way round from one angle to another, radians. */
export function shortest(from: number, to: number): number {
  const turn = Math.PI * 2;
  return ((((to - from + Math.PI) % turn) + turn) % turn) - Math.PI;
}
