/** A run of a course: scene and engine, one input byte a tick; the same for prediction, replay and solver. */
import type { RapierModule } from './engine.ts';
import { FEEL, SOLE, TICK_SECONDS } from './feel.ts';
import { decodeInput } from './input.ts';
import { Mechanism, type MechanismState } from './mechanism.ts';
import { Movers } from './movers.ts';
import { type Place, placeOnPath, UNIT_METRES } from './path.ts';
import type { Scene } from './scene.ts';
import { bindStage, buildStage, type Stage, startPlace } from './stage.ts';
import { atRest, type Motion, steer } from './steer.ts';
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
  readonly #weights: { readonly at: Place; readonly half: number }[];
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
    this.#weights = scene.crates.map(({ half }) => ({ at: { x: 0, y: 0, z: 0 }, half: half[1] * UNIT_METRES }));
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
    this.#weigh();
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
    if (saved.world === null) {
      this.#movers.put(saved.tick, this.#stage);
      this.#stage.body.setTranslation(this.#at, false);
      this.#stage.world.step();
    } else {
      const { handles } = this.#stage;
      this.#stage.world.free();
      this.#stage = bindStage(this.#rapier.World.restoreSnapshot(saved.world), handles);
      this.#movers.put(saved.tick, null);
    }
    this.#weigh();
  }

  /** Gives the engine's memory back; the run is not used afterwards. */
  free(): void {
    this.#stage.world.free();
  }

  #move(byte: number): void {
    const { controller, body, capsule, world } = this.#stage;
    const motion = this.#motion;
    const stood = motion.grounded;
    const carry = this.#movers.velocity(stood ? this.#ground : -1);
    if (stood) controller.enableAutostep(FEEL.stepHeight, FEEL.stepWidth, false);
    else controller.disableAutostep();
    if (steer(motion, byte)) motion.vy += Math.max(0, carry.y);
    const wish = {
      x: (motion.vx + carry.x) * TICK_SECONDS,
      y: (motion.vy + (motion.grounded ? carry.y : 0)) * TICK_SECONDS,
      z: (motion.vz + carry.z) * TICK_SECONDS,
    };
    controller.computeColliderMovement(capsule, wish);
    const got = controller.computedMovement();
    motion.grounded = controller.computedGrounded() && motion.vy <= 0;
    body.setNextKinematicTranslation({ x: this.#at.x + got.x, y: this.#at.y + got.y, z: this.#at.z + got.z });
    world.step();
    const now = body.translation();
    this.#at = { x: now.x, y: now.y, z: now.z };
    this.#feelWalls(wish, got, carry);
    this.#changeGround(carry);
    if (this.#movers.pushOut(this.#at)) this.#put(this.#at);
  }

  /** Keeps only the velocity that walls and ceilings let through. */
  #feelWalls(wish: Place, got: Place, carry: Place): void {
    const motion = this.#motion;
    const dx = wish.x - carry.x * TICK_SECONDS;
    const dz = wish.z - carry.z * TICK_SECONDS;
    const gx = got.x - carry.x * TICK_SECONDS;
    const gz = got.z - carry.z * TICK_SECONDS;
    if (gx * dx + gz * dz < 0.75 * (dx * dx + dz * dz)) {
      motion.vx = gx / TICK_SECONDS;
      motion.vz = gz / TICK_SECONDS;
    }
    if (motion.vy > 0 && got.y < 0.5 * wish.y) {
      motion.vy = 0;
      motion.rising = false;
    }
  }

  /** Velocities count against the ground: changes frame when the ground changes. */
  #changeGround(from: Readonly<Place>): void {
    const motion = this.#motion;
    this.#ground = motion.grounded ? this.#movers.under(this.#at) : -1;
    const to = this.#movers.velocity(this.#ground);
    motion.vx += from.x - to.x;
    motion.vz += from.z - to.z;
  }

  #weigh(): void {
    for (const [index, weight] of this.#weights.entries()) {
      const at = this.#stage.crates[index]?.translation();
      if (at === undefined) continue;
      weight.at.x = at.x;
      weight.at.y = at.y;
      weight.at.z = at.z;
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
    const { body, world } = this.#stage;
    body.setTranslation(at, false);
    const now = body.translation();
    this.#at = { x: now.x, y: now.y, z: now.z };
    world.propagateModifiedBodyPositionsToColliders();
  }
}
