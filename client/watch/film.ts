/** A run that was recorded, to be shown at any tick at once: snapshots are kept on the way that was looked ahead. */
import { Runner, type RunnerSnapshot } from '#client/play/runner.ts';
import { digestOf } from '#shared/physics/digest.ts';
import type { RapierModule } from '#shared/physics/engine.ts';
import { IDLE } from '#shared/physics/input.ts';
import type { Replay } from '#shared/physics/replay.ts';
import type { Scene } from '#shared/physics/scene.ts';

/** Ticks from one snapshot to the next: to show a tick at most one less than that many are played. */
export const STRIDE = 60;

/** Something that is marked on the timeline; `count`: which checkpoint, or which fall. */
export interface Mark {
  readonly tick: number;
  readonly kind: 'checkpoint' | 'fall' | 'goal';
  readonly count: number;
}

/** Plays tapes twice: once ahead, in slices, to learn what happens; and once for the picture, wherever it is put. */
export class Film {
  readonly scene: Scene;
  readonly #tapes: readonly Uint8Array[];
  readonly #longest: number;
  readonly #ahead: Runner;
  readonly #shown: Runner;
  readonly #kept: RunnerSnapshot[];
  readonly #marks: Mark[] = [];
  #ending: Replay | null = null;

  /** @param tapes one for each start, one byte a tick; whose tape has ended stands idle */
  constructor(rapier: RapierModule, scene: Scene, tapes: readonly Uint8Array[]) {
    this.scene = scene;
    this.#tapes = tapes;
    this.#longest = Math.min(scene.maxTicks, Math.max(0, ...tapes.map((tape) => tape.length)));
    this.#ahead = new Runner(rapier, scene);
    this.#shown = new Runner(rapier, scene);
    this.#kept = [this.#ahead.save()];
  }

  /** Ticks of all of it: as many as the tapes have, until it is known where the run ends. */
  get length(): number {
    return this.#ending?.played ?? this.#longest;
  }
  /** Ticks that can be shown by now. */
  get known(): number {
    return this.#ahead.run.tick;
  }
  /** How it ends; null before it was looked ahead to the end. */
  get ending(): Replay | null {
    return this.#ending;
  }
  /** In order, as far as it was looked ahead. */
  get marks(): readonly Mark[] {
    return this.#marks;
  }
  /** As it is at the tick that was sought. */
  get runner(): Pick<Runner, 'run' | 'pose'> {
    return this.#shown;
  }

  /** Looks ahead by at most so many ticks; true once the end is known. */
  lookAhead(ticks: number): boolean {
    for (let left = ticks; left > 0 && this.#ending === null; left--) this.#lookOn();
    return this.#ending !== null;
  }

  /** Shows a tick, or the last one that is known. Answers which. */
  seek(tick: number): number {
    const wanted = Math.max(0, Math.min(Math.round(tick), this.known));
    const { run } = this.#shown;
    const base = this.#kept[Math.floor(wanted / STRIDE)];
    if (base !== undefined && (run.tick > wanted || run.tick < base.run.tick)) this.#shown.load(base);
    while (run.tick < wanted) this.#step(this.#shown);
    return wanted;
  }

  /** Gives the engine's memory back; the film is not used afterwards. */
  free(): void {
    this.#ahead.free();
    this.#shown.free();
  }

  #lookOn(): void {
    const { run } = this.#ahead;
    if (run.tick >= this.#longest || run.over) {
      const ticks = run.goalTick < 0 ? null : run.goalTick;
      const { tick: played, checkpoint, falls } = run;
      this.#ending = { ticks, played, checkpoint, falls, digest: digestOf(run) };
      return;
    }
    const { checkpoint, falls } = run;
    this.#step(this.#ahead);
    if (run.checkpoint > checkpoint) this.#marks.push({ tick: run.tick, kind: 'checkpoint', count: run.checkpoint });
    if (run.falls > falls) this.#marks.push({ tick: run.tick, kind: 'fall', count: run.falls });
    if (run.goalTick === run.tick) this.#marks.push({ tick: run.tick, kind: 'goal', count: 1 });
    if (run.tick % STRIDE === 0) this.#kept.push(this.#ahead.save());
  }

  #step(runner: Runner): void {
    const { tick } = runner.run;
    runner.step(...this.#tapes.map((tape) => tape[tick] ?? IDLE));
  }
}
