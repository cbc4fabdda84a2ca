/** A scene set up in the engine: its fixed pieces, movers, crates and the character's capsule, found again by handle. */
import type { Collider, KinematicCharacterController, RigidBody, World } from '@dimforge/rapier3d-compat';
import { DimensionError } from '#shared/base/errors.ts';
import type { RapierModule } from './engine.ts';
import { FEEL, SOLE, TICK_SECONDS } from './feel.ts';
import { type Place, placeOnPath, UNIT_METRES } from './path.ts';
import type { Scene, Solid } from './scene.ts';
import { yawQuaternion } from './turns.ts';

/** Gravity on crates, m/s². */
const CRATE_GRAVITY = 20;

/** The handles that survive a snapshot of the world. */
export interface StageHandles {
  readonly character: number;
  readonly platforms: readonly number[];
  readonly doors: readonly number[];
  readonly crates: readonly number[];
}

/** The engine's side of a run. `free` gives its memory back to the engine. */
export interface Stage {
  readonly world: World;
  readonly handles: StageHandles;
  readonly controller: KinematicCharacterController;
  readonly body: RigidBody;
  readonly capsule: Collider;
  readonly platforms: readonly RigidBody[];
  readonly doors: readonly RigidBody[];
  readonly crates: readonly RigidBody[];
}

/** Where the middle of the capsule stands for a start at `index`. */
export function startPlace(scene: Scene, index = 0): Place {
  const start = scene.starts[index];
  if (start === undefined) throw new DimensionError('scene.start', 'The scene has no such start.', { index });
  const [x, y, z] = start.at;
  return { x: x * UNIT_METRES, y: y * UNIT_METRES + SOLE + FEEL.skin, z: z * UNIT_METRES };
}

/** Builds the world of a scene at tick 0. */
export function buildStage(rapier: RapierModule, scene: Scene): Stage {
  const world = new rapier.World({ x: 0, y: -CRATE_GRAVITY, z: 0 });
  world.timestep = TICK_SECONDS;
  for (const box of scene.boxes) world.createCollider(place(cuboid(rapier, box.half), box));
  for (const ramp of scene.ramps) world.createCollider(place(wedge(rapier, ramp.half), ramp));
  const platforms = scene.platforms.map(({ half, yaw, path }) =>
    kinematic(rapier, world, half, yaw, placeOnPath(path, 0)),
  );
  const doors = scene.doors.map(({ at, half, yaw }) => kinematic(rapier, world, half, yaw, metres(at)));
  const crates = scene.crates.map((crate) => {
    const { x, y, z } = metres(crate.at);
    const desc = rapier.RigidBodyDesc.dynamic().setTranslation(x, y, z).setRotation(yawQuaternion(crate.yaw));
    const body = world.createRigidBody(desc.lockRotations().setLinearDamping(0.4));
    world.createCollider(cuboid(rapier, crate.half).setMass(crate.mass).setFriction(0.5), body);
    return body.handle;
  });
  const { x, y, z } = startPlace(scene);
  const body = world.createRigidBody(rapier.RigidBodyDesc.kinematicPositionBased().setTranslation(x, y, z));
  world.createCollider(rapier.ColliderDesc.capsule(FEEL.halfCylinder, FEEL.radius).setFriction(0), body);
  // The first query needs the tree of boxes that only a step builds; nothing moves in it.
  world.step();
  return bindStage(world, { character: body.handle, platforms, doors, crates });
}

/** Finds everything again in a world, for example in one restored from a snapshot. */
export function bindStage(world: World, handles: StageHandles): Stage {
  const controller = world.createCharacterController(FEEL.skin);
  controller.setUp({ x: 0, y: 1, z: 0 });
  controller.setMaxSlopeClimbAngle(FEEL.maxSlope);
  controller.setMinSlopeSlideAngle(FEEL.maxSlope);
  controller.enableSnapToGround(FEEL.snapDistance);
  controller.setApplyImpulsesToDynamicBodies(true);
  controller.setCharacterMass(FEEL.pushMass);
  const find = (handle: number) => world.getRigidBody(handle);
  const body = find(handles.character);
  return {
    world,
    handles,
    controller,
    body,
    capsule: body.collider(0),
    platforms: handles.platforms.map(find),
    doors: handles.doors.map(find),
    crates: handles.crates.map(find),
  };
}

function kinematic(rapier: RapierModule, world: World, half: Solid['half'], yaw: number, at: Place): number {
  const desc = rapier.RigidBodyDesc.kinematicPositionBased().setTranslation(at.x, at.y, at.z);
  const body = world.createRigidBody(desc.setRotation(yawQuaternion(yaw)));
  world.createCollider(cuboid(rapier, half).setFriction(1), body);
  return body.handle;
}

function metres(at: Solid['at']): Place {
  return { x: at[0] * UNIT_METRES, y: at[1] * UNIT_METRES, z: at[2] * UNIT_METRES };
}

function cuboid(rapier: RapierModule, half: Solid['half']) {
  const { x, y, z } = metres(half);
  return rapier.ColliderDesc.cuboid(x, y, z).setFriction(0.6);
}

/** A wedge that rises from its −Z side to its +Z side. */
function wedge(rapier: RapierModule, half: Solid['half']) {
  const { x, y, z } = metres(half);
  const points = new Float32Array([-x, -y, -z, x, -y, -z, -x, -y, z, x, -y, z, -x, y, z, x, y, z]);
  const desc = rapier.ColliderDesc.convexHull(points);
  if (desc === null) throw new DimensionError('scene.size', 'A ramp of this size has no body.', { x, y, z });
  return desc.setFriction(0.6);
}

function place(desc: ReturnType<typeof cuboid>, { at, yaw }: Pick<Solid, 'at' | 'yaw'>) {
  const { x, y, z } = metres(at);
  return desc.setTranslation(x, y, z).setRotation(yawQuaternion(yaw));
}
