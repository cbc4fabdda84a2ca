/** A replay: a scene and one byte a tick give the tick in which the goal was reached, and a digest of the end. */
import type { Hash } from '#shared/base/hash.ts';
import { digestOf } from './digest.ts';
import type { RapierModule } from './engine.ts';
import { Run } from './run.ts';
import type { Scene } from './scene.ts';

/** How a replay ended. */
export interface Replay {
  /** Ticks to the goal, or null when the tape ends before it. */
  readonly ticks: number | null;
  /** Ticks played. */
  readonly played: number;
  readonly checkpoint: number;
  readonly falls: number;
  readonly digest: Hash;
}

/** Plays a tape from the start to the goal, to its end or to the last tick of the scene, whichever is first. */
export function replay(rapier: RapierModule, scene: Scene, inputs: Uint8Array): Replay {
  const run = new Run(rapier, scene);
  try {
    for (const byte of inputs) {
      if (run.over) break;
      run.step(byte);
    }
    return {
      ticks: run.goalTick < 0 ? null : run.goalTick,
      played: run.tick,
      checkpoint: run.checkpoint,
      falls: run.falls,
      digest: digestOf(run),
    };
  } finally {
    run.free();
  }
}
