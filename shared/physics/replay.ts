/** A replay: a scene and one byte a tick a start give the tick of the goal, and a digest of the end. */
import type { Hash } from '#shared/base/hash.ts';
import { digestOf } from './digest.ts';
import type { RapierModule } from './engine.ts';
import { IDLE } from './input.ts';
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

/**
 * Plays tapes from the start to the goal, to the end of the longest or to the last tick of the scene, whichever is
 * first.
 * @param tapes one for each start, one byte a tick; whose tape has ended stands idle
 */
export function replay(rapier: RapierModule, scene: Scene, ...tapes: readonly Uint8Array[]): Replay {
  const run = new Run(rapier, scene);
  try {
    const length = Math.max(0, ...tapes.map((tape) => tape.length));
    for (let tick = 0; tick < length && !run.over; tick++) run.step(...tapes.map((tape) => tape[tick] ?? IDLE));
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
