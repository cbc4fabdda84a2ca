/** One character of a run: where it is, how it moves through a tick, what it has reached. */
import type { Crates } from './crates.ts';
import { TICK_SECONDS } from './feel.ts';
import type { Grips } from './grips.ts';
import { decodeInput } from './input.ts';
import type { Keys } from './keys.ts';
import type { Presser } from './mechanism.ts';
import type { Movers } from './movers.ts';
import type { Place } from './path.ts';
import type { Scene } from './scene.ts';
import { type Stage, startPlace } from './stage.ts';
import { atRest, type Motion, steer } from './steer.ts';
import type { Stops } from './stops.ts';
import type { Surroundings } from './surroundings.ts';
import { Walker } from './walker.ts';
import type { Winds } from './winds.ts';

/** The changing part of a character. */
export interface CharacterState {
  readonly at: Readonly<Place>;
  readonly motion: Readonly<Motion>;
  /** The platform, door, tile or crate it stands on, by number in that order, or -1. */
  readonly ground: number;
  /** Checkpoints passed, in order. */
  readonly checkpoint: number;
  /** How often it was led back. */
  readonly falls: number;
  /** The wall it leapt from last without landing since, or -1. */
  readonly wall: number;
  /** It was pressing what is in reach in the last tick. */
  readonly pressing: boolean;
}

/** What all characters of a run share; `grips` and `winds` are null in scenes without any. */
export interface Terrain {
  readonly scene: Scene;
  readonly movers: Movers;
  readonly crates: Crates;
  readonly around: Surroundings;
  readonly stops: Stops;
  readonly keys: Keys;
  readonly grips: Grips | null;
  readonly winds: Winds | null;
}

/** A character; its run gives it the stage for each tick, since that may be replaced between ticks. */
export class Character implements CharacterState, Presser {
  readonly #number: number;
  readonly #terrain: Terrain;
  readonly #walker: Walker;
  /** How far wind drags over the ground in this tick, m. */
  readonly #drift: Place = { x: 0, y: 0, z: 0 };
  #stage: Stage | null = null;
  #motion = atRest();
  #at: Place;
  #ground = -1;
  #checkpoint = 0;
  #falls = 0;
  #wall = -1;
  #pressing = false;
  #uses = false;
  #begins = false;

  /** @param number which start it is of */
  constructor(number: number, terrain: Terrain) {
    this.#number = number;
    this.#terrain = terrain;
    this.#at = startPlace(terrain.scene, number);
    const { length } = terrain.movers.zones;
    this.#walker = new Walker(terrain.around, ({ piece, normal }) => {
      if (this.#stage !== null) terrain.crates.push(this.#stage, piece - length, normal);
    });
  }

  get at(): Readonly<Place> {
    return this.#at;
  }
  /** Velocity against the ground it stands on, and how it moves. */
  get motion(): Readonly<Motion> {
    return this.#motion;
  }
  get ground(): number {
    return this.#ground;
  }
  get checkpoint(): number {
    return this.#checkpoint;
  }
  get falls(): number {
    return this.#falls;
  }
  get wall(): number {
    return this.#wall;
  }
  get pressing(): boolean {
    return this.#pressing;
  }
  get grounded(): boolean {
    return this.#motion.grounded;
  }
  get uses(): boolean {
    return this.#uses;
  }
  get begins(): boolean {
    return this.#begins;
  }

  /** Takes in what a byte means for the hands, before anything moves. */
  reach(byte: number): void {
    this.#uses = this.#motion.grounded && decodeInput(byte).gait === 'use';
    this.#begins = this.#uses && !this.#pressing;
    this.#pressing = this.#uses;
  }

  /** Moves by one tick; true when it is crushed. */
  move(stage: Stage, tick: number, byte: number): boolean {
    this.#stage = stage;
    const motion = this.#motion;
    const p = this.#at;
    const carry = this.#terrain.movers.velocity(motion.grounded ? this.#ground : -1);
    const crushed = this.#ride(stage, carry);
    if (steer(motion, byte)) motion.vy += Math.max(0, carry.y);
    this.#yieldToAir(tick);
    const wish = { x: motion.vx * TICK_SECONDS, y: motion.vy * TICK_SECONDS, z: motion.vz * TICK_SECONDS };
    if (this.#terrain.winds !== null) {
      wish.x += this.#drift.x;
      wish.z += this.#drift.z;
    }
    const { x, z } = p;
    const moved = motion.grounded ? this.#walker.walk(stage, p, wish) : this.#walker.fly(stage, p, wish, motion);
    if (motion.grounded) this.#feelWalls(wish, p.x - x, p.z - z);
    motion.grounded = moved.grounded;
    p.x = Math.fround(p.x);
    p.y = Math.fround(p.y);
    p.z = Math.fround(p.z);
    this.#changeGround(carry, moved.ground);
    return crushed;
  }

  /** The next checkpoint, keys and locks, and what hurts: that leads back, unless `done`. */
  meet(stage: Stage, tick: number, done: boolean): void {
    this.#terrain.keys.meet(this.#number, this.#at);
    if (!done && this.#terrain.stops.hurts(tick, this.#at)) this.leadBack(stage);
  }

  /** Passes the next checkpoint when it is in it; true when it is in the goal and may be. */
  arrive(): boolean {
    if (this.#terrain.stops.isNext(this.#checkpoint, this.#at)) this.#checkpoint++;
    return this.#terrain.stops.isGoal(this.#checkpoint, this.#at);
  }

  /** Back to the last checkpoint, with empty hands. */
  leadBack(stage: Stage): void {
    const { held } = this.#motion;
    this.#falls++;
    this.#ground = -1;
    this.#wall = -1;
    this.#motion = { ...atRest(), held };
    const { x, y, z } = this.#terrain.stops.again(this.#checkpoint, this.#number);
    this.#at = { x: Math.fround(x), y: Math.fround(y), z: Math.fround(z) };
    stage.bodies[this.#number]?.setTranslation(this.#at, false);
    this.#terrain.keys.drop(this.#number);
  }

  /** A copy of what changes. */
  save(): CharacterState {
    const { ground, checkpoint, falls, wall, pressing } = this;
    return { at: { ...this.#at }, motion: { ...this.#motion }, ground, checkpoint, falls, wall, pressing };
  }

  /** Puts a saved state back. */
  load({ at, motion, ground, checkpoint, falls, wall, pressing }: CharacterState): void {
    this.#at = { ...at };
    this.#motion = { ...motion };
    this.#ground = ground;
    this.#checkpoint = checkpoint;
    this.#falls = falls;
    this.#wall = wall;
    this.#pressing = pressing;
  }

  /** Walls to leap from and wind. */
  #yieldToAir(tick: number): void {
    const { grips, winds } = this.#terrain;
    if (grips !== null) this.#wall = grips.cling(this.#at, this.#motion, this.#wall);
    winds?.blow(tick, this.#at, this.#motion, this.#drift);
  }

  /** Carried along by what it stands on and pushed aside by what moves into it; true when it is crushed. */
  #ride(stage: Stage, carry: Readonly<Place>): boolean {
    const { around, movers } = this.#terrain;
    const p = this.#at;
    p.y += carry.y * TICK_SECONDS;
    if (carry.x !== 0 || carry.z !== 0) {
      const { x, z } = p;
      p.x += carry.x * TICK_SECONDS;
      p.z += carry.z * TICK_SECONDS;
      if (around.crushes(stage, p)) {
        p.x = x;
        p.z = z;
      }
    }
    const squeezed = movers.pushOut(p) || carry.y > 0;
    return squeezed && around.crushes(stage, p);
  }

  /** Keeps only the level velocity that walls let through. */
  #feelWalls(wish: Readonly<Place>, x: number, z: number): void {
    const motion = this.#motion;
    if (x * wish.x + z * wish.z >= 0.75 * (wish.x * wish.x + wish.z * wish.z)) return;
    motion.vx = x / TICK_SECONDS;
    motion.vz = z / TICK_SECONDS;
  }

  /** Velocities count against the ground: changes frame when the ground changes. */
  #changeGround(from: Readonly<Place>, ground: number): void {
    const { movers } = this.#terrain;
    this.#ground = ground;
    const to = movers.velocity(ground);
    this.#motion.vx += from.x - to.x;
    this.#motion.vz += from.z - to.z;
  }
}
