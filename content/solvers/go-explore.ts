/** Go-Explore on a course: an archive of cells reached, returned to by snapshot, explored from by random play. */

import type { ParkourInstance } from '#content/families/parkour/instance.ts';
import { joinedPayload } from '#content/families/parkour/instance.ts';
import type { Rng } from '#shared/base/rng.ts';
import { Engine, type RapierModule } from '#shared/physics/engine.ts';
import { encodeInput, type Gait, IDLE } from '#shared/physics/input.ts';
import { Progress } from '#shared/physics/progress.ts';
import { Run } from '#shared/physics/run.ts';
import { nearestHeading } from '#shared/physics/turns.ts';
import type { Payload } from '#shared/records/payload.ts';
import { Archive, cellOf, type Node } from './go-explore/archive.ts';
import { pack } from './go-explore/packed.ts';
import type { SolveRun, Solver, SolveStep } from './solver.ts';

/** Ticks of one exploration, which is one step: a tenth of a millisecond to a few milliseconds. */
const ROLLOUT = 80;
/** Where things move of themselves, one exploration in eight first waits for them, up to this many ticks. */
const WAIT = { chance: 0.125, least: 20, most: 400 } as const;
const HOLD = { least: 3, most: 16 } as const;

/**
 * Returns to a cell, then plays at random from there (Ecoffet et al. 2021, "First return, then explore"). Cells are
 * 1 m × 0.67 m × 1 m with contact, checkpoint and doors; a shorter way to a cell replaces a longer one. Where several
 * play, each exploration moves all of them or one alone, at random, in the product of their cells.
 * @see https://doi.org/10.1038/s41586-020-03157-9
 */
export function createGoExplore(engine: Engine): Solver<ParkourInstance> {
  return {
    id: 'go-explore',
    release: 1,
    family: 'parkour',
    start: async (instance, rng) => new GoExploreRun(await engine.load(), instance, rng),
  };
}

/** The registered solver, with an engine handle of its own. */
export const goExplore = createGoExplore(new Engine());

class GoExploreRun implements SolveRun {
  readonly #run: Run;
  readonly #rng: Rng;
  readonly #progress: Progress;
  readonly #archive: Archive;
  readonly #uses: boolean;
  readonly #waits: boolean;
  readonly #starts: number;
  #furthest = 0;
  #furthestNode: Node;
  #bestTicks: number;
  #found: Payload | null = null;

  constructor(rapier: RapierModule, instance: ParkourInstance, rng: Rng) {
    this.#run = new Run(rapier, instance.scene);
    this.#rng = rng;
    this.#progress = new Progress(instance.scene);
    this.#bestTicks = instance.scene.maxTicks + 1;
    const { platforms, hazards, buttons, levers, clocks, winds = [], starts } = instance.scene;
    this.#uses = buttons.some(({ press }) => press === 'use') || levers !== undefined;
    this.#waits =
      [...platforms, ...hazards].some(({ path }) => path.length > 1) ||
      clocks !== undefined ||
      winds.some(({ on, period }) => on < period);
    this.#starts = starts.length;
    const root = {
      parent: null,
      inputs: '',
      tick: 0,
      progress: 0,
      visits: 0,
      saved: pack(this.#run.snapshot()),
    };
    this.#furthestNode = root;
    this.#archive = new Archive(cellOf(this.#run), root, this.#starts);
  }

  next(): SolveStep {
    const from = this.#archive.choose(this.#rng, this.#bestTicks);
    from.visits++;
    this.#archive.enter(this.#run, from);
    const found = this.#explore(from);
    return { progress: this.#found === null ? this.#furthest : 1, found };
  }

  best(): Payload | null {
    return this.#found ?? joinedPayload(this.#archive.inputsTo(this.#furthestNode), this.#starts);
  }

  close(): void {
    this.#run.free();
  }

  /** Random play from a cell; keeps every new or sooner reached cell on the way. */
  #explore(from: Node): Payload | null {
    const run = this.#run;
    let parent = from;
    let inputs = this.#wait();
    let here = cellOf(run);
    const { falls } = run;
    const acting = this.#chooseActing();
    const headings = acting.map(() => this.#rng.int(0, 31));
    const bytes = run.characters.map(() => IDLE);
    for (let left = ROLLOUT; left > 0; ) {
      for (const [index, who] of acting.entries()) {
        const heading = this.#turn(headings[index] ?? 0, who);
        headings[index] = heading;
        bytes[who] = this.#pickInput(heading);
      }
      for (let hold = this.#rng.int(HOLD.least, HOLD.most); hold > 0 && left > 0; hold--, left--) {
        run.step(...bytes);
        inputs.push(...bytes);
        if (run.goalTick >= 0) return this.#win([...this.#archive.inputsTo(parent), ...inputs]);
        if (run.tick >= this.#bestTicks - 1) return null;
        if (run.falls > falls) left = 0;
        const cell = cellOf(run);
        if (cell === here) continue;
        here = cell;
        const node = this.#archive.offer(cell, run, parent, inputs, this.#progress.of(run));
        if (node === null) continue;
        parent = node;
        inputs = [];
        this.#remember(node);
      }
    }
    return null;
  }

  /** Who moves in this exploration: the only one; of several all of them, or one while the others stand. */
  #chooseActing(): readonly number[] {
    const all = [...this.#run.characters.keys()];
    return all.length === 1 || this.#rng.chance(0.3) ? all : [this.#rng.pick(all)];
  }

  /** Stands still for a while now and then, where there is something to wait for. */
  #wait(): number[] {
    if (!this.#waits || !this.#rng.chance(WAIT.chance)) return [];
    const ticks = this.#rng.int(WAIT.least, WAIT.most);
    const inputs: number[] = [];
    const { falls } = this.#run;
    const idle = this.#run.characters.map(() => IDLE);
    const end = this.#run.tick + ticks;
    while (this.#run.tick < end && this.#run.falls === falls && this.#run.tick < this.#bestTicks - 1) {
      this.#run.step(...idle);
      inputs.push(...idle);
    }
    return inputs;
  }

  #remember(node: Node): void {
    if (node.progress <= this.#furthest) return;
    this.#furthest = node.progress;
    this.#furthestNode = node;
  }

  #win(inputs: readonly number[]): Payload | null {
    const ticks = inputs.length / this.#starts;
    if (ticks >= this.#bestTicks) return null;
    this.#bestTicks = ticks;
    this.#found = joinedPayload(Uint8Array.from(inputs), this.#starts);
    return this.#found;
  }

  #turn(heading: number, who: number): number {
    const chance = this.#rng.unit();
    if (chance < 0.45) return (heading + this.#rng.int(-3, 3) + 32) % 32;
    if (chance < 0.75) {
      const target = this.#progress.target(this.#run, who);
      const { x, z } = this.#run.characters[who]?.at ?? this.#run.at;
      return (nearestHeading(target.x - x, target.z - z) + this.#rng.int(-2, 2) + 32) % 32;
    }
    return this.#rng.int(0, 31);
  }

  #pickInput(heading: number): number {
    const chance = this.#rng.unit();
    const gait: Gait = chance < 0.08 ? 'idle' : chance < 0.2 ? 'walk' : chance < 0.26 && this.#uses ? 'use' : 'run';
    return encodeInput({ heading, gait, jump: this.#rng.chance(0.4) });
  }
}
