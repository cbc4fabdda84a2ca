/** Somebody on a course as the picture needs them: where they were a tick ago, where they are now, which way they look. */
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

/** A run with what is needed to draw it smoothly between its ticks. */
export class Runner {
  readonly run: Run;
  #from: RunnerPose;
  #to: RunnerPose;

  constructor(rapier: RapierModule, scene: Scene) {
    this.run = new Run(rapier, scene);
    const yaw = ((scene.starts[0]?.yaw ?? 0) / 24) * Math.PI * 2;
    this.#to = this.#pose(yaw);
    this.#from = this.#to;
  }

  step(byte: number): void {
    this.#from = this.#to;
    this.run.step(byte);
    const { vx, vz } = this.run.motion;
    const wished = Math.hypot(vx, vz) > 0.3 ? Math.atan2(-vx, -vz) : this.#from.yaw;
    this.#to = this.#pose(this.#from.yaw + shortest(this.#from.yaw, wished) * TURNING);
    if (Math.hypot(this.#to.x - this.#from.x, this.#to.y - this.#from.y, this.#to.z - this.#from.z) > TELEPORT)
      this.#from = this.#to;
  }

  /** Back to the start. */
  restart(start: ReturnType<Run['snapshot']>): void {
    this.run.restore(start);
    this.#to = this.#pose(((this.run.scene.starts[0]?.yaw ?? 0) / 24) * Math.PI * 2);
    this.#from = this.#to;
  }

  /** The pose `fraction` of the way from the last tick but one to the last. */
  pose(fraction: number): RunnerPose {
    const { x, y, z, yaw } = this.#from;
    const to = this.#to;
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

  #pose(yaw: number): RunnerPose {
    const { at, motion } = this.run;
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
