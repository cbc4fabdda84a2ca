/** The best machine try beside the one that is played: its tapes, tick by tick, in a world of their own. */
import type { RapierModule } from '#shared/physics/engine.ts';
import { IDLE } from '#shared/physics/input.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { Runner, type RunnerPose } from './runner.ts';

/** Runs along with whoever plays, and stands where its tapes end. */
export class Ghost {
  readonly #runner: Runner;
  readonly #tapes: readonly Uint8Array[];
  readonly #start: ReturnType<Runner['run']['snapshot']>;
  readonly #length: number;
  #stands = false;

  /** @param tapes one for each start, one byte a tick */
  constructor(rapier: RapierModule, scene: Scene, tapes: readonly Uint8Array[]) {
    this.#runner = new Runner(rapier, scene);
    this.#start = this.#runner.run.snapshot();
    this.#tapes = tapes;
    this.#length = Math.max(0, ...tapes.map((tape) => tape.length));
  }

  /** Goes on to a tick. */
  follow(tick: number): void {
    const { run } = this.#runner;
    while (run.tick < Math.min(tick, this.#length) && !run.over)
      this.#runner.step(...this.#tapes.map((tape) => tape[run.tick] ?? IDLE));
    this.#stands = run.tick < tick;
  }

  /** Back to the start. */
  restart(): void {
    this.#runner.restart(this.#start);
    this.#stands = false;
  }

  /** Of each of its characters. */
  poses(fraction: number): readonly RunnerPose[] {
    // Who stands at the end of the tapes is not on the way to another tick.
    return this.#tapes.map((_, who) => this.#runner.pose(this.#stands ? 1 : fraction, who));
  }

  free(): void {
    this.#runner.free();
  }
}
