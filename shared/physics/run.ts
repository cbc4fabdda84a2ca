/** A run of a course: scene and engine, one input byte a tick a character; the same for prediction, replay and solver. */
import { Character, type CharacterState } from './character.ts';
import { Crates } from './crates.ts';
import type { RapierModule } from './engine.ts';
import { Grips } from './grips.ts';
import { IDLE } from './input.ts';
import { Keys, type KeysState } from './keys.ts';
import { Mechanism, type MechanismState } from './mechanism.ts';
import { Movers } from './movers.ts';
import { type Place, placeOnPath } from './path.ts';
import type { Scene } from './scene.ts';
import { buildStage, rebindStage, type Stage } from './stage.ts';
import type { Motion } from './steer.ts';
import { Stops } from './stops.ts';
import { Surroundings } from './surroundings.ts';
import { falseTiles, Tiles } from './tiles.ts';
import { yawQuaternion } from './turns.ts';
import { Winds } from './winds.ts';

/** A saved run: everything that changes. */
export interface RunSnapshot {
  readonly tick: number;
  readonly goalTick: number;
  /** One for each start. */
  readonly characters: readonly CharacterState[];
  readonly mechanism: MechanismState;
  readonly keys: KeysState;
  /** As {@link Tiles.since}. */
  readonly tiles: readonly number[];
  /** The engine's own snapshot; null where no crate can move. */
  readonly world: Uint8Array | null;
}

/** The characters of all starts, the movers, doors and crates of one scene, tick by tick. */
export class Run {
  readonly scene: Scene;
  readonly #rapier: RapierModule;
  #stage: Stage;
  readonly #movers: Movers;
  readonly #mechanism: Mechanism;
  readonly #keys: Keys;
  readonly #tiles: Tiles;
  readonly #crates: Crates;
  readonly #first: Character;
  readonly #characters: readonly Character[];
  #tick = 0;
  #goalTick = -1;

  constructor(rapier: RapierModule, scene: Scene) {
    this.#rapier = rapier;
    this.scene = scene;
    this.#stage = buildStage(rapier, scene);
    this.#mechanism = new Mechanism(scene);
    this.#keys = new Keys(scene);
    this.#tiles = new Tiles(scene);
    this.#movers = new Movers(scene, this.#mechanism, this.#tiles);
    this.#crates = new Crates(scene);
    const turned = [...scene.platforms, ...scene.doors, ...falseTiles(scene), ...scene.crates];
    const turns = turned.map(({ yaw }) => yawQuaternion(yaw));
    const loose = [...this.#movers.zones, ...this.#crates.zones];
    const terrain = {
      scene,
      movers: this.#movers,
      crates: this.#crates,
      around: new Surroundings(
        rapier,
        loose.map((zone, index) => ({ zone, turn: turns[index] ?? yawQuaternion(0) })),
      ),
      stops: new Stops(scene),
      keys: this.#keys,
      grips: scene.grips === undefined ? null : new Grips(scene),
      winds: scene.winds === undefined ? null : new Winds(scene),
    };
    this.#first = new Character(0, terrain);
    this.#characters = [this.#first, ...scene.starts.slice(1).map((_, index) => new Character(index + 1, terrain))];
    this.#crates.read(this.#stage);
  }

  /** Ticks done. */
  get tick(): number {
    return this.#tick;
  }
  /** One for each start, in their order. */
  get characters(): readonly CharacterState[] {
    return this.#characters;
  }
  /** The middle of the first character's capsule, m. */
  get at(): Readonly<Place> {
    return this.#first.at;
  }
  /** The first character's velocity against the ground it stands on, and how it moves. */
  get motion(): Readonly<Motion> {
    return this.#first.motion;
  }
  /** The platform, door, false tile or crate the first character stands on, by number in that order, or -1. */
  get ground(): number {
    return this.#first.ground;
  }
  /** Checkpoints passed in order, by whoever passed fewest. */
  get checkpoint(): number {
    let least = this.#first.checkpoint;
    for (const { checkpoint } of this.#characters) least = Math.min(least, checkpoint);
    return least;
  }
  /** The tick in which the goal was reached, or -1. */
  get goalTick(): number {
    return this.#goalTick;
  }
  /** How often anybody was led back. */
  get falls(): number {
    let sum = 0;
    for (const { falls } of this.#characters) sum += falls;
    return sum;
  }
  /** Ticks for which each button is live and which each door has slid, and levers thrown. */
  get mechanism(): Readonly<MechanismState> {
    return this.#mechanism;
  }
  /** Who carries which key, and which locks are open. */
  get keys(): Readonly<KeysState> {
    return this.#keys;
  }
  /** Ticks since each false tile was stepped on, 0 while it was not. */
  get tiles(): readonly number[] {
    return this.#tiles.since;
  }
  /** True when nothing can change the outcome any more. */
  get over(): boolean {
    return this.#goalTick >= 0 || this.#tick >= this.scene.maxTicks;
  }

  /** One tick with one input byte for each character; who has none stands idle. */
  step(...bytes: readonly number[]): void {
    this.#tick++;
    for (const [index, character] of this.#characters.entries()) character.reach(bytes[index] ?? IDLE);
    this.#mechanism.step(this.#tick, this.#characters, this.#crates.weights, this.#keys.opened);
    this.#tiles.step();
    this.#movers.advance(this.#tick, this.#stage);
    const crushed = this.#characters.filter((character, index) =>
      character.move(this.#stage, this.#tick, bytes[index] ?? IDLE),
    );
    this.#stepEngine();
    for (const character of crushed) character.leadBack(this.#stage);
    this.#meet();
  }

  /** Where the middle of platform `index` is now, m. */
  platformPlace(index: number): Place {
    const platform = this.scene.platforms[index];
    return platform === undefined ? { x: 0, y: 0, z: 0 } : placeOnPath(platform.path, this.#tick);
  }
  /** Where the middle of hazard `index` is now, m. */
  hazardPlace(index: number): Place {
    const hazard = this.scene.hazards[index];
    return hazard === undefined ? { x: 0, y: 0, z: 0 } : placeOnPath(hazard.path, this.#tick);
  }
  /** Where the middle of door `index` is now, m. */
  doorPlace(index: number): Place {
    return this.#mechanism.doorPlace(index, { x: 0, y: 0, z: 0 });
  }
  /** Where crate `index` is now: place in m, velocity in m/s. */
  cratePose(index: number): { readonly at: Readonly<Place>; readonly velocity: Readonly<Place> } {
    const none = { x: 0, y: 0, z: 0 };
    const body = this.#stage.crates[index];
    return body === undefined ? { at: none, velocity: none } : { at: body.translation(), velocity: body.linvel() };
  }

  /** Everything that changes, to come back to it with `restore`. */
  snapshot(): RunSnapshot {
    return {
      tick: this.#tick,
      goalTick: this.#goalTick,
      characters: this.#characters.map((character) => character.save()),
      mechanism: this.#mechanism.save(),
      keys: this.#keys.save(),
      tiles: [...this.#tiles.since],
      world: this.scene.crates.length > 0 ? this.#stage.world.takeSnapshot() : null,
    };
  }

  /** Comes back to a snapshot of a run of the same scene, exactly. */
  restore(saved: RunSnapshot): void {
    this.#tick = saved.tick;
    this.#goalTick = saved.goalTick;
    for (const [index, character] of this.#characters.entries()) {
      const state = saved.characters[index];
      if (state !== undefined) character.load(state);
    }
    this.#mechanism.load(saved.mechanism);
    this.#keys.load(saved.keys);
    this.#tiles.load(saved.tiles);
    if (saved.world !== null) {
      const world = this.#rapier.World.restoreSnapshot(saved.world);
      this.#stage.world.free();
      this.#stage = rebindStage(this.#stage, world);
    }
    this.#movers.put(saved.tick);
    this.#crates.read(this.#stage);
  }

  /** Gives the engine's memory back; the run is not used afterwards. */
  free(): void {
    this.#stage.world.free();
  }

  /** Lets the crates fall and slide, where there are any. */
  #stepEngine(): void {
    const { bodies, world } = this.#stage;
    if (bodies.length === 0) return;
    for (const [index, { at }] of this.#characters.entries()) bodies[index]?.setNextKinematicTranslation(at);
    world.step();
    this.#crates.read(this.#stage);
  }

  /** Checkpoints, the goal once everybody is in it, keys, what hurts, what gives way. */
  #meet(): void {
    let home = 0;
    for (const character of this.#characters) if (character.arrive()) home++;
    if (this.#goalTick < 0 && home === this.#characters.length) this.#goalTick = this.#tick;
    const done = this.#goalTick === this.#tick;
    const firstTile = this.scene.platforms.length + this.scene.doors.length;
    for (const character of this.#characters) {
      if (character.grounded) this.#tiles.tread(character.ground - firstTile);
      character.meet(this.#stage, this.#tick, done);
    }
  }
}
