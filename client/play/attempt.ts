/**
 * One person's try at a course: it waits for the first wish, runs tick by tick beside a ghost, and keeps its tapes. On a
 * course for several one person moves them all, one at a time, while the others stand.
 */
import type { RapierModule } from '#shared/physics/engine.ts';
import { IDLE } from '#shared/physics/input.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { isTooLate, TICKS_PER_SECOND } from '#shared/records/timing.ts';
import { FixedSteps } from './fixed-steps.ts';
import { Ghost } from './ghost.ts';
import { Runner, type RunnerPose } from './runner.ts';

/** Where a try stands: `ready` until the first wish, `running`, then over at the `goal` or out of `time`. */
export type AttemptPhase = 'ready' | 'running' | 'goal' | 'time';

/** Who plays: asked once a tick for the byte of that tick, and before that whether they want anything at all. */
export interface Hand {
  stirs(): boolean;
  byte(): number;
}

/** What a page wants to hear. */
export interface AttemptListener {
  /** The first wish: the clock starts. */
  began(): void;
  /** One tick was played with these bytes, one for each start. */
  ticked(bytes: readonly number[]): void;
  /** Nothing can change the outcome any more. */
  ended(phase: 'goal' | 'time'): void;
}

/** A try at a course, played locally; the server replays the same bytes. */
export class Attempt {
  readonly scene: Scene;
  readonly runner: Runner;
  #ghost: Ghost | null;
  readonly #rapier: RapierModule;
  readonly #start: ReturnType<Runner['run']['snapshot']>;
  readonly #steps = new FixedSteps();
  readonly #listener: AttemptListener;
  #ticks: (readonly number[])[] = [];
  #who = 0;
  #phase: AttemptPhase = 'ready';

  /** @param ghost the tapes of a machine's best try, or null when there is none */
  constructor(rapier: RapierModule, scene: Scene, ghost: readonly Uint8Array[] | null, listener: AttemptListener) {
    this.scene = scene;
    this.#rapier = rapier;
    this.#listener = listener;
    this.runner = new Runner(rapier, scene);
    this.#start = this.runner.run.snapshot();
    this.#ghost = ghost === null ? null : new Ghost(rapier, scene, ghost);
  }

  get phase(): AttemptPhase {
    return this.#phase;
  }
  /** One tape for each start: one byte a tick, as played. */
  get tapes(): readonly Uint8Array[] {
    return this.scene.starts.map((_, who) => Uint8Array.from(this.#ticks, (bytes) => bytes[who] ?? IDLE));
  }
  /** The start of the character that is moved now. */
  get who(): number {
    return this.#who;
  }
  /** How far the picture is between two ticks, 0 … 1. */
  get fraction(): number {
    return this.#steps.fraction;
  }

  /** True when so much time was lost while the page stood still that the run no longer counts as played live. */
  get isLate(): boolean {
    const playedMs = (this.#ticks.length / TICKS_PER_SECOND) * 1_000;
    return isTooLate(playedMs, playedMs + this.#steps.lost * 1_000);
  }

  /** Plays the time that went by. */
  advance(seconds: number, hand: Hand): void {
    if (this.#phase === 'ready' && hand.stirs()) {
      this.#phase = 'running';
      this.#listener.began();
    }
    if (this.#phase !== 'running') return;
    for (let due = this.#steps.due(seconds); due > 0 && this.#phase === 'running'; due--) this.#tick(hand.byte());
  }

  /** From the next tick on the next character is moved. */
  switchOver(): void {
    this.#who = (this.#who + 1) % this.scene.starts.length;
  }

  /** Back to the start, at once. */
  restart(): void {
    this.runner.restart(this.#start);
    this.#ghost?.restart();
    this.#steps.reset();
    this.#ticks = [];
    this.#who = 0;
    this.#phase = 'ready';
  }

  /** From the next start on another run goes along. */
  runAgainst(tapes: readonly Uint8Array[]): void {
    this.#ghost?.free();
    this.#ghost = new Ghost(this.#rapier, this.scene, tapes);
  }

  /** Of the character that is moved now. */
  pose(): RunnerPose {
    return this.runner.pose(this.fraction, this.#who);
  }

  /** Those that stand meanwhile. */
  companions(): readonly RunnerPose[] {
    return this.scene.starts.flatMap((_, who) => (who === this.#who ? [] : [this.runner.pose(this.fraction, who)]));
  }

  /** The machine beside you, a pose for each start; none where there is no machine. */
  ghosts(): readonly RunnerPose[] {
    return this.#ghost?.poses(this.fraction) ?? [];
  }

  free(): void {
    this.runner.free();
    this.#ghost?.free();
  }

  #tick(byte: number): void {
    const { run } = this.runner;
    const bytes = this.scene.starts.map((_, who) => (who === this.#who ? byte : IDLE));
    this.runner.step(...bytes);
    this.#ticks.push(bytes);
    this.#ghost?.follow(run.tick);
    this.#listener.ticked(bytes);
    if (!run.over) return;
    this.#phase = run.goalTick >= 0 ? 'goal' : 'time';
    this.#listener.ended(this.#phase);
  }
}
