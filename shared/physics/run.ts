/** A run of a course: scene and engine, one input byte a tick; the same for prediction, replay and solver. */
import type { RapierModule } from './engine.ts';
import { FEEL, SOLE, TICK_SECONDS } from './feel.ts';
import { decodeInput } from './input.ts';
import { Mechanism, type MechanismState, type Weight } from './mechanism.ts';
import { Movers } from './movers.ts';
import { type Place, placeOnPath, UNIT_METRES } from './path.ts';
import type { Scene } from './scene.ts';
import { buildStage, rebindStage, type Stage, startPlace } from './stage.ts';
import { atRest, type Motion, steer } from './steer.ts';
import { type Hit, Surroundings } from './surroundings.ts';
import { yawQuaternion } from './turns.ts';
import { Walker } from './walker.ts';
import { touches, type Zone, zoneOf } from './zone.ts';

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
  readonly #hazards: readonly Zone[];
  readonly #checkpoints: readonly Zone[];
  readonly #goal: Zone;
  readonly #around: Surroundings;
  readonly #walker: Walker;
  readonly #crates: readonly Zone[];
  readonly #weights: readonly Weight[];
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
    this.#hazards = scene.hazards.map(({ half, yaw, path }) => zoneOf({ at: path[0]?.at ?? [0, 0, 0], half, yaw }));
    this.#checkpoints = scene.checkpoints.map(zoneOf);
    this.#goal = zoneOf(scene.goal);
    this.#crates = scene.crates.map(zoneOf);
    this.#weights = this.#crates.map(({ at, half }) => ({ at, half: half.y }));
    const turns = [...scene.platforms, ...scene.doors, ...scene.crates].map(({ yaw }) => yawQuaternion(yaw));
    const loose = [...this.#movers.zones, ...this.#crates];
    this.#around = new Surroundings(
      rapier,
      loose.map((zone, index) => ({ zone, turn: turns[index] ?? yawQuaternion(0) })),
    );
    this.#walker = new Walker(this.#around, (hit) => this.#push(hit));
    this.#at = startPlace(scene);
    this.#weigh();
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
    this.#mechanism.step(this.#at, uses, motion.grounded, this.#weights);
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
    this.#weigh();
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
    this.#weigh();
  }

  /** Leans on a crate: it slides away as fast as its weight lets it. */
  #push({ piece, normal }: Hit): void {
    const index = piece - this.#movers.zones.length;
    const crate = this.#stage.crates[index];
    const mass = this.scene.crates[index]?.mass ?? 0;
    const level = Math.sqrt(normal.x * normal.x + normal.z * normal.z);
    if (crate === undefined || level < 0.7) return;
    const x = -normal.x / level;
    const z = -normal.z / level;
    const speed = (FEEL.pushSpeed * FEEL.pushMass) / (FEEL.pushMass + mass);
    const now = crate.linvel();
    const lack = speed - (now.x * x + now.z * z);
    if (lack > 0) crate.setLinvel({ x: now.x + x * lack, y: now.y, z: now.z + z * lack }, true);
  }

  #weigh(): void {
    for (const [index, zone] of this.#crates.entries()) {
      const at = this.#stage.crates[index]?.translation();
      if (at === undefined) continue;
      zone.at.x = at.x;
      zone.at.y = at.y;
      zone.at.z = at.z;
    }
  }

  /** Hazards, the kill height, the next checkpoint, the goal. */
  #meet(): void {
    const next = this.#checkpoints[this.#checkpoint];
    if (next !== undefined && touches(next, this.#at)) this.#checkpoint++;
    if (this.#checkpoint === this.#checkpoints.length && this.#goalTick < 0 && touches(this.#goal, this.#at)) {
      this.#goalTick = this.#tick;
      return;
    }
    let hurt = this.#at.y < this.scene.kill * UNIT_METRES;
    for (const [index, zone] of this.#hazards.entries()) {
      const hazard = this.scene.hazards[index];
      if (hurt || hazard === undefined) break;
      placeOnPath(hazard.path, this.#tick, zone.at);
      hurt = touches(zone, this.#at);
    }
    if (hurt) this.#leadBack();
  }

  #leadBack(): void {
    const last = this.#checkpoints[this.#checkpoint - 1];
    const held = this.#motion.held;
    this.#falls++;
    this.#ground = -1;
    this.#motion = { ...atRest(), held };
    this.#put(
      last === undefined
        ? startPlace(this.scene)
        : { x: last.at.x, y: last.at.y - last.half.y + SOLE + FEEL.skin, z: last.at.z },
    );
  }

  #put(at: Readonly<Place>): void {
    this.#at = { x: Math.fround(at.x), y: Math.fround(at.y), z: Math.fround(at.z) };
    this.#stage.body?.setTranslation(this.#at, false);
  }
}
