/** Whoever is on a course as the picture needs them: where they were a tick ago, where they are now, which way they look. */
import type { RapierModule } from '#shared/physics/engine.ts';
import { SOLE } from '#shared/physics/feel.ts';
import { Run } from '#shared/physics/run.ts';
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

/** Further than this in one tick is a leap back to a checkpoint, not a motion, m. */
const TELEPORT = 2;
/** How fast a body turns the way it goes, a share a tick. */
const TURNING = 0.28;

/** A run with what is needed to draw its characters smoothly between its ticks. */
export class Runner {
  readonly run: Run;
  #from: readonly RunnerPose[];
  #to: readonly RunnerPose[];

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
    this.#from = this.#to.map((to, who) => {
      const before = from[who] ?? to;
      return Math.hypot(to.x - before.x, to.y - before.y, to.z - before.z) > TELEPORT ? to : before;
    });
  }

  /** Back to the start. */
  restart(start: ReturnType<Run['snapshot']>): void {
    this.run.restore(start);
    this.#to = this.#atStart();
    this.#from = this.#to;
  }

  /** The pose of the character of start `who`, `fraction` of the way from the last tick but one to the last. */
  pose(fraction: number, who = 0): RunnerPose {
    const to = this.#to[who] ?? this.#pose(0, 0);
    const { x, y, z, yaw } = this.#from[who] ?? to;
    return {
      ...to,
      x: x + (to.x - x) * fraction,
      y: y + (to.y - y) * fraction,
      z: z + (to.z - z) * fraction,
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

/** The shorter way round from one angle to another, radians. */
export function shortest(from: number, to: number): number {
  const turn = Math.PI * 2;
  return ((((to - from + Math.PI) % turn) + turn) % turn) - Math.PI;
}
