/** A run of a course: scene and engine, one input byte a tick; the same for prediction, replay and solver. */

import { Crates } from './crates.ts';
import type { RapierModule } from './engine.ts';
import { TICK_SECONDS } from './feel.ts';
import { decodeInput } from './input.ts';
import { Mechanism, type MechanismState } from './mechanism.ts';
import { Movers } from './movers.ts';
import { type Place, placeOnPath } from './path.ts';
import type { Scene } from './scene.ts';
import { buildStage, rebindStage, type Stage, startPlace } from './stage.ts';
import { atRest, type Motion, steer } from './steer.ts';
import { Stops } from './stops.ts';
import { Surroundings } from './surroundings.ts';
import { yawQuaternion } from './turns.ts';
import { Walker } from './walker.ts';

/** A saved run: everything that changes. */
export interface RunSnapshot {
  readonly tick: number;
  readonly at: Readonly<Place>;
  readonly motion: Readonly<Motion>;
  readonly ground: number;
  readonly checkpoint: number;
  readonly goalTick: number;
  readonly falls: number;
  readonly mechanism: MechanismState;
  /** The engine's own snapshot; null where no crate can move. */
  readonly world: Uint8Array | null;
}

/** The character of one start, the movers, doors and crates of one scene, tick by tick. */
export class Run {
  readonly scene: Scene;
  readonly #rapier: RapierModule;
  #stage: Stage;
  readonly #movers: Movers;
  readonly #mechanism: Mechanism;
  readonly #crates: Crates;
  readonly #stops: Stops;
  readonly #around: Surroundings;
  readonly #walker: Walker;
  #motion = atRest();
  #at: Place;
  #tick = 0;
  #ground = -1;
  #checkpoint = 0;
  #goalTick = -1;
  #falls = 0;

  constructor(rapier: RapierModule, scene: Scene) {
    this.#rapier = rapier;
    this.scene = scene;
    this.#stage = buildStage(rapier, scene);
    this.#mechanism = new Mechanism(scene);
    this.#movers = new Movers(scene, this.#mechanism);
    this.#crates = new Crates(scene);
    this.#stops = new Stops(scene);
    const turns = [...scene.platforms, ...scene.doors, ...scene.crates].map(({ yaw }) => yawQuaternion(yaw));
    const loose = [...this.#movers.zones, ...this.#crates.zones];
    this.#around = new Surroundings(
      rapier,
      loose.map((zone, index) => ({ zone, turn: turns[index] ?? yawQuaternion(0) })),
    );
    const { length } = this.#movers.zones;
    this.#walker = new Walker(this.#around, ({ piece, normal }) =>
      this.#crates.push(this.#stage, piece - length, normal),
    );
    this.#at = startPlace(scene);
    this.#crates.read(this.#stage);
  }

  /** Ticks done. */
  get tick(): number {
    return this.#tick;
  }
  /** The middle of the capsule, m. */
  get at(): Readonly<Place> {
    return this.#at;
  }
  /** Velocity against the ground it stands on, and how it moves. */
  get motion(): Readonly<Motion> {
    return this.#motion;
  }
  /** The platform, door or crate it stands on, by number in that order, or -1. */
  get ground(): number {
    return this.#ground;
  }
  /** Checkpoints passed, in order. */
  get checkpoint(): number {
    return this.#checkpoint;
  }
  /** The tick in which the goal was reached, or -1. */
  get goalTick(): number {
    return this.#goalTick;
  }
  /** How often it was led back. */
  get falls(): number {
    return this.#falls;
  }
  /** Ticks for which each button is live and which each door has slid. */
  get mechanism(): Readonly<MechanismState> {
    return this.#mechanism;
  }
  /** True when nothing can change the outcome any more. */
  get over(): boolean {
    return this.#goalTick >= 0 || this.#tick >= this.scene.maxTicks;
  }

  /** One tick with one input byte. */
  step(byte: number): void {
    this.#tick++;
    const motion = this.#motion;
    const uses = motion.grounded && decodeInput(byte).gait === 'use';
    this.#mechanism.step(this.#at, uses, motion.grounded, this.#crates.weights);
    this.#movers.advance(this.#tick, this.#stage);
    this.#move(byte);
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
      at: { ...this.#at },
      motion: { ...this.#motion },
      ground: this.#ground,
      checkpoint: this.#checkpoint,
      goalTick: this.#goalTick,
      falls: this.#falls,
      mechanism: this.#mechanism.save(),
      world: this.scene.crates.length > 0 ? this.#stage.world.takeSnapshot() : null,
    };
  }

  /** Comes back to a snapshot of a run of the same scene, exactly. */
  restore(saved: RunSnapshot): void {
    this.#tick = saved.tick;
    this.#at = { ...saved.at };
    this.#motion = { ...saved.motion };
    this.#ground = saved.ground;
    this.#checkpoint = saved.checkpoint;
    this.#goalTick = saved.goalTick;
    this.#falls = saved.falls;
    this.#mechanism.load(saved.mechanism);
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

  #move(byte: number): void {
    const motion = this.#motion;
    const p = this.#at;
    const carry = this.#movers.velocity(motion.grounded ? this.#ground : -1);
    const crushed = this.#ride(carry);
    if (steer(motion, byte)) motion.vy += Math.max(0, carry.y);
    const wish = { x: motion.vx * TICK_SECONDS, y: motion.vy * TICK_SECONDS, z: motion.vz * TICK_SECONDS };
    const { x, z } = p;
    const moved = motion.grounded
      ? this.#walker.walk(this.#stage, p, wish)
      : this.#walker.fly(this.#stage, p, wish, motion);
    if (motion.grounded) this.#feelWalls(wish, p.x - x, p.z - z);
    motion.grounded = moved.grounded;
    p.x = Math.fround(p.x);
    p.y = Math.fround(p.y);
    p.z = Math.fround(p.z);
    this.#changeGround(carry, moved.ground);
    this.#stepEngine();
    if (crushed) this.#leadBack();
  }

  /** Carried along by what it stands on and pushed aside by what moves into it; true when it is crushed. */
  #ride(carry: Readonly<Place>): boolean {
    const p = this.#at;
    p.y += carry.y * TICK_SECONDS;
    if (carry.x !== 0 || carry.z !== 0) {
      const { x, z } = p;
      p.x += carry.x * TICK_SECONDS;
      p.z += carry.z * TICK_SECONDS;
      if (this.#around.crushes(this.#stage, p)) {
        p.x = x;
        p.z = z;
      }
    }
    const squeezed = this.#movers.pushOut(p) || carry.y > 0;
    return squeezed && this.#around.crushes(this.#stage, p);
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
    this.#ground = ground;
    const to = this.#movers.velocity(ground);
    this.#motion.vx += from.x - to.x;
    this.#motion.vz += from.z - to.z;
  }

  /** Lets the crates fall and slide, where there are any. */
  #stepEngine(): void {
    const { body, world } = this.#stage;
    if (body === null) return;
    body.setNextKinematicTranslation(this.#at);
    world.step();
    this.#crates.read(this.#stage);
  }

  /** The next checkpoint, the goal, what hurts. */
  #meet(): void {
    if (this.#stops.isNext(this.#checkpoint, this.#at)) this.#checkpoint++;
    if (this.#goalTick < 0 && this.#stops.isGoal(this.#checkpoint, this.#at)) this.#goalTick = this.#tick;
    else if (this.#stops.hurts(this.#tick, this.#at)) this.#leadBack();
  }

  #leadBack(): void {
    const { held } = this.#motion;
    this.#falls++;
    this.#ground = -1;
    this.#motion = { ...atRest(), held };
    const { x, y, z } = this.#stops.again(this.#checkpoint);
    this.#at = { x: Math.fround(x), y: Math.fround(y), z: Math.fround(z) };
    this.#stage.body?.setTranslation(this.#at, false);
  }
}
