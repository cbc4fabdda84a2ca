/** A pilot that plays a course by what it sees: it runs, leaps, waits and presses, and keeps every input it gave. */
import type { Rng } from '#shared/base/rng.ts';
import type { CharacterState } from '#shared/physics/character.ts';
import { encodeInput, type Gait, IDLE } from '#shared/physics/input.ts';
import type { Place } from '#shared/physics/path.ts';
import type { Run } from '#shared/physics/run.ts';
import { nearestHeading } from '#shared/physics/turns.ts';

/** A level place, m. */
export type Spot = Readonly<Pick<Place, 'x' | 'z'>>;

/** How exact the hand is: ticks by which a leap may come late or early. */
export interface Hand {
  readonly rng: Rng;
  readonly slack: number;
}

const PATIENCE = 900;

/**
 * Plays one run; every act tells whether it succeeded, and after a failure the rest does nothing. Where several start
 * it plays one at a time, and the others stand.
 */
export class Pilot {
  readonly run: Run;
  #who = 0;
  readonly #inputs: number[] = [];
  readonly #hand: Hand | null;
  #failed = false;

  constructor(run: Run, hand: Hand | null = null) {
    this.run = run;
    this.#hand = hand;
  }

  /** From now on it plays the character of start `who`. */
  become(who: number): void {
    this.#who = who;
  }

  /** Where it is, m, and how it moves. */
  get self(): CharacterState {
    const { characters } = this.run;
    const self = characters[this.#who];
    if (self === undefined) throw new RangeError(`There is no character ${this.#who}.`);
    return self;
  }

  /** One byte a tick and start so far, tick by tick. */
  get inputs(): Uint8Array {
    return Uint8Array.from(this.#inputs);
  }

  /** True until an act fails. */
  get fine(): boolean {
    return !this.#failed;
  }

  /** Goes to a spot on foot and ends within `near` m of it. */
  goTo(to: Spot, near = 0.3, gait: Gait = 'run'): boolean {
    return this.#until(
      () => this.#away(to) < near,
      () => this.#towards(to, this.#away(to) < 0.9 && near < 0.5 ? 'walk' : gait),
    );
  }

  /** Goes through a spot without slowing down, until it is `near` or behind. */
  passBy(to: Spot, near = 0.6): boolean {
    return this.#until(
      () => this.#away(to) < near,
      () => this.#towards(to, 'run'),
    );
  }

  /** Runs from `edge` over the gap and lands near `to`. */
  leap(edge: Spot, to: Spot): boolean {
    const late = this.#hand === null ? 0 : this.#hand.rng.int(-this.#hand.slack, this.#hand.slack);
    const along = unit(edge, to);
    const before = () => (edge.x - this.self.at.x) * along.x + (edge.z - this.self.at.z) * along.z - late * 0.1;
    const ran = this.#until(
      () => before() < 0.12,
      () => this.#towards(to, 'run'),
    );
    return ran && this.#flyTo(to);
  }

  /** Jumps from where it stands and comes down near `to`. */
  hop(to: Spot): boolean {
    return this.#flyTo(to);
  }

  /** Runs towards a spot, whatever is in the way, until `done`: this is how a crate is pushed. */
  lean(to: Spot, done: (run: Run) => boolean): boolean {
    return this.#until(
      () => done(this.run),
      () => this.#towards(to, 'run'),
    );
  }

  /** Stands still until `ready`. */
  wait(ready: (run: Run) => boolean): boolean {
    return this.#until(
      () => ready(this.run),
      () => IDLE,
    );
  }

  /** Does what `act` says, a byte a tick, until `done`. */
  act(done: (self: CharacterState) => boolean, act: (self: CharacterState) => number): boolean {
    return this.#until(
      () => done(this.self),
      () => act(this.self),
    );
  }

  /** Holds the use key for a moment. */
  use(): boolean {
    const end = this.run.tick + 8;
    return this.#until(
      () => this.run.tick >= end,
      () => encodeInput({ heading: 0, gait: 'use', jump: false }),
    );
  }

  #flyTo(to: Spot): boolean {
    let left = false;
    const done = this.#until(
      () => left && this.self.motion.grounded,
      () => {
        left ||= !this.self.motion.grounded;
        const { vx, vz, vy } = this.self.motion;
        const away = this.#away(to);
        const speed = Math.sqrt(vx * vx + vz * vz);
        // Brake in the air when the rest of the way is shorter than the way to stop.
        const gait = away < (speed * speed) / 16 && away < 1.5 ? 'walk' : 'run';
        return this.#towards(to, away < 0.25 ? 'idle' : gait, !left || vy > 0);
      },
    );
    return done && this.#judge(this.#away(to) < 2.5);
  }

  #until(done: () => boolean, act: () => number): boolean {
    const { falls, tick } = this.run;
    while (!this.#failed && !done()) {
      const byte = act();
      const bytes = this.run.characters.map((_, who) => (who === this.#who ? byte : IDLE));
      this.run.step(...bytes);
      this.#inputs.push(...bytes);
      if (this.run.falls > falls || this.run.tick - tick > PATIENCE || this.run.over) this.#failed = !done();
    }
    return !this.#failed;
  }

  #judge(good: boolean): boolean {
    if (!good) this.#failed = true;
    return good;
  }

  #towards(to: Spot, gait: Gait, jump = false): number {
    const { x, z } = this.self.at;
    return encodeInput({ heading: gait === 'idle' ? 0 : nearestHeading(to.x - x, to.z - z), gait, jump });
  }

  #away(to: Spot): number {
    const { at } = this.self;
    const x = to.x - at.x;
    const z = to.z - at.z;
    return Math.sqrt(x * x + z * z);
  }
}

function unit(from: Spot, to: Spot): Spot {
  const x = to.x - from.x;
  const z = to.z - from.z;
  const length = Math.sqrt(x * x + z * z);
  return length < 1e-9 ? { x: 0, z: 0 } : { x: x / length, z: z / length };
}
