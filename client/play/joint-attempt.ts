/** A try at a course that several play at once: a countdown, then everybody moves their own, and the goal is all theirs. */
import { fromBase64 } from '#shared/base/hash.ts';
import type { RapierModule } from '#shared/physics/engine.ts';
import { IDLE } from '#shared/physics/input.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { PlayedNews } from '#shared/protocol/messages.ts';
import type { AttemptPhase, Hand } from './attempt.ts';
import { FixedSteps } from './fixed-steps.ts';
import { ForeseenRun } from './foreseen-run.ts';
import { Ghost } from './ghost.ts';
import type { Runner, RunnerPose } from './runner.ts';

/** Nobody runs further ahead of what the others sent than this, ticks: then they wait. */
const MOST_AHEAD = 45;
/** From here on whoever is ahead goes a little slower, so that nobody has to wait. */
const EASY_AHEAD = 24;
const EASY_PACE = 0.95;

/** What a page wants to hear. */
export interface JointListener {
  /** One tick of the own part: a byte for each start that is moved here. */
  ticked(bytes: readonly number[]): void;
  /** Nothing can change the outcome any more, and that is sure. */
  ended(phase: 'goal' | 'time'): void;
}

/** Who plays what. */
export interface JointPart {
  /** The starts of each member of the party, in its order. */
  readonly lanes: readonly (readonly number[])[];
  /** The own place among them. */
  readonly self: number;
  /** Until the first tick, s. */
  readonly inSeconds: number;
  /** The tapes of a machine's best try, or null when there is none. */
  readonly ghost: readonly Uint8Array[] | null;
}

/** One round of a party on this machine. */
export class JointAttempt {
  readonly scene: Scene;
  readonly #run: ForeseenRun;
  readonly #ghost: Ghost | null;
  readonly #part: JointPart;
  readonly #listener: JointListener;
  readonly #steps = new FixedSteps();
  #countdown: number;
  #who = 0;
  #phase: AttemptPhase = 'ready';
  #isWaiting = false;

  constructor(rapier: RapierModule, scene: Scene, part: JointPart, listener: JointListener) {
    this.scene = scene;
    this.#part = part;
    this.#listener = listener;
    this.#countdown = part.inSeconds;
    this.#run = new ForeseenRun(rapier, scene, part.lanes[part.self] ?? []);
    this.#ghost = part.ghost === null ? null : new Ghost(rapier, scene, part.ghost);
  }

  get phase(): AttemptPhase {
    return this.#phase;
  }
  get runner(): Runner {
    return this.#run.runner;
  }
  /** Until the first tick, s; 0 from then on. */
  get countdown(): number {
    return Math.max(0, this.#countdown);
  }
  /** True while somebody else has to catch up first. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }
  /** Members whose part everybody waits for, by their place. */
  get awaited(): readonly number[] {
    const { tape } = this.#run;
    return this.#part.lanes.flatMap((lanes, place) =>
      place !== this.#part.self && lanes.some((lane) => tape.lengthOf(lane) === tape.ticks) ? [place] : [],
    );
  }
  /** The start of the character that is moved now. */
  get start(): number {
    return this.#mine[this.#who] ?? 0;
  }
  /** Which of one's own characters that is, and how many there are. */
  get who(): number {
    return this.#who;
  }
  get own(): number {
    return this.#mine.length;
  }
  /** One tape for each start, as far as all of them are known. */
  get tapes(): readonly Uint8Array[] {
    return this.#run.tape.tapes();
  }

  /** What others played. */
  learn(news: readonly PlayedNews[]): void {
    for (const { by, from, bytes } of news) {
      const lanes = this.#part.lanes[by];
      if (lanes !== undefined && lanes.length > 0) this.#run.learn(lanes, from, fromBase64(bytes));
    }
  }

  /** Plays the time that went by. */
  advance(seconds: number, hand: Hand): void {
    if (this.#phase === 'ready') {
      this.#countdown -= seconds;
      if (this.#countdown > 0) return;
      this.#phase = 'running';
    }
    if (this.#phase !== 'running') return;
    const pace = this.#run.ahead > EASY_AHEAD ? EASY_PACE : 1;
    for (let due = this.#steps.due(seconds * pace); due > 0; due--) {
      this.#isWaiting = this.#run.ahead >= MOST_AHEAD;
      if (this.#isWaiting || this.#run.seemsOver) break;
      this.#tick(hand.byte());
    }
    this.#run.settle();
    this.#end();
  }

  /** Somebody else says that the goal is reached: takes over all that is known. */
  conclude(): void {
    if (this.#phase !== 'running') return;
    this.#run.settle(true);
    this.#end();
  }

  /** From the next tick on the next of one's own characters is moved, where one leads several. */
  switchOver(): void {
    this.#who = (this.#who + 1) % Math.max(1, this.#mine.length);
  }

  /** Of the character of a start. */
  poseOf(start: number): RunnerPose {
    return this.runner.pose(this.#steps.fraction, start);
  }

  /** The machine beside all of them, a pose for each start. */
  ghosts(): readonly RunnerPose[] {
    return this.#ghost?.poses(this.#steps.fraction) ?? [];
  }

  free(): void {
    this.runner.free();
    this.#ghost?.free();
  }

  get #mine(): readonly number[] {
    return this.#part.lanes[this.#part.self] ?? [];
  }

  #tick(byte: number): void {
    const bytes = this.#mine.map((_, who) => (who === this.#who ? byte : IDLE));
    this.#run.play(bytes);
    this.#ghost?.follow(this.#run.ticks);
    this.#listener.ticked(bytes);
  }

  #end(): void {
    const { ending } = this.#run;
    if (ending === undefined) return;
    this.#phase = ending === null ? 'time' : 'goal';
    this.#listener.ended(this.#phase);
  }
}
