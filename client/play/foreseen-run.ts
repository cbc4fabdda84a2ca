/**
 * A run that several play at once, each on a machine of their own. One's own part is known at once; the others' is
 * foreseen (they go on as they did last) and, when it comes, the run is played again from the last tick that is sure.
 */
import type { RapierModule } from '#shared/physics/engine.ts';
import { IDLE } from '#shared/physics/input.ts';
import { JoinedTape } from '#shared/physics/joined-tape.ts';
import type { Run } from '#shared/physics/run.ts';
import type { Scene } from '#shared/physics/scene.ts';
import { Runner } from './runner.ts';

/** Without any surprise the sure part is taken over at least this often, ticks: so the goal is known soon. */
const SURE_TICKS = 30;

/** What is shown is a guess; what is sure is, tick for tick, what the server judges. */
export class ForeseenRun {
  readonly runner: Runner;
  readonly tape: JoinedTape;
  readonly #mine: readonly number[];
  /** The run after {@link sure} ticks. */
  #truth: ReturnType<Run['snapshot']>;
  #sure = 0;
  /** What was played in the ticks after the sure ones. */
  #foreseen: (readonly number[])[] = [];
  #isNews = false;

  /** @param mine the starts that are moved here */
  constructor(rapier: RapierModule, scene: Scene, mine: readonly number[]) {
    this.runner = new Runner(rapier, scene);
    this.tape = new JoinedTape(scene.starts.length, scene.maxTicks);
    this.#truth = this.runner.run.snapshot();
    this.#mine = mine;
  }

  /** Ticks played here. */
  get ticks(): number {
    return this.tape.lengthOf(this.#mine[0] ?? 0);
  }
  /** Ticks played here that somebody else did not send yet. */
  get ahead(): number {
    return this.ticks - this.tape.ticks;
  }
  /** True when nothing would change any more if all is as foreseen. */
  get seemsOver(): boolean {
    return this.runner.run.over || this.ticks >= this.tape.maxTicks;
  }
  /** The tick of the goal, null when time is up without it, or undefined while neither is sure. */
  get ending(): number | null | undefined {
    const { goalTick, tick } = this.#truth;
    if (goalTick >= 0) return goalTick;
    return tick >= this.tape.maxTicks ? null : undefined;
  }

  /** One's own next tick: a byte for each start that is moved here. */
  play(bytes: readonly number[]): void {
    const tick = this.ticks;
    this.tape.take(this.#mine, tick, Uint8Array.from(bytes));
    const row = this.#row(tick);
    this.#foreseen.push(row);
    if (!this.runner.run.over) this.runner.step(...row);
    this.#isNews = true;
  }

  /** What somebody else played. @throws DimensionError `run.*` for what cannot be */
  learn(lanes: readonly number[], from: number, bytes: Uint8Array): void {
    if (this.tape.take(lanes, from, bytes) > 0) this.#isNews = true;
  }

  /** Takes over what is known by now. @param wholly also where nothing came as a surprise */
  settle(wholly = false): void {
    if (!this.#isNews && !wholly) return;
    this.#isNews = false;
    const known = Math.min(this.tape.ticks, this.ticks);
    const isDue = known - this.#sure >= SURE_TICKS || (this.seemsOver && known > this.#sure);
    if (!wholly && !isDue && !this.#isSurprised()) return;
    const { run } = this.runner;
    run.restore(this.#truth);
    this.#advance(this.#sure, known);
    this.#truth = run.snapshot();
    this.#sure = known;
    this.#foreseen = [];
    this.#advance(known, this.ticks);
    this.runner.corrected();
  }

  free(): void {
    this.runner.free();
  }

  #advance(from: number, to: number): void {
    const { run } = this.runner;
    for (let tick = from; tick < to; tick++) {
      const row = this.#row(tick);
      this.#foreseen.push(row);
      if (!run.over) run.step(...row);
    }
  }

  /** The bytes of a tick: known, or as foreseen. */
  #row(tick: number): readonly number[] {
    return this.runner.run.scene.starts.map((_, lane) =>
      tick < this.tape.lengthOf(lane) ? this.tape.byteAt(lane, tick) : this.#guess(lane),
    );
  }

  #guess(lane: number): number {
    return this.tape.lengthOf(lane) === 0 ? IDLE : this.tape.lastOf(lane);
  }

  /** True when something that is known by now was foreseen otherwise. */
  #isSurprised(): boolean {
    return this.#foreseen.some((row, index) => {
      const tick = this.#sure + index;
      return row.some((byte, lane) => tick < this.tape.lengthOf(lane) && this.tape.byteAt(lane, tick) !== byte);
    });
  }
}
