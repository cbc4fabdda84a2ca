/** A scene set up in the engine: its fixed pieces, and bodies for movers, crates and character where crates can move. */
import type { RigidBody, World } from '@dimforge/rapier3d-compat';
import { DimensionError } from '#shared/base/errors.ts';
import type { RapierModule } from './engine.ts';
import { FEEL, SOLE, TICK_SECONDS } from './feel.ts';
import { type Place, placeOnPath, UNIT_METRES } from './path.ts';
import type { Scene, Solid } from './scene.ts';
import { falseTiles, firmTiles } from './tiles.ts';
import { yawQuaternion } from './turns.ts';

/** Gravity on crates, m/s². */
const CRATE_GRAVITY = 20;

/** The engine's side of a run; lists are empty in a scene without crates, whose world never changes. */
export interface Stage {
  readonly world: World;
  /** Of the characters. */
  readonly bodies: readonly RigidBody[];
  /** Platforms, then doors, then false tiles. */
  readonly movers: readonly RigidBody[];
  readonly crates: readonly RigidBody[];
}

/** Where the middle of the capsule stands for a start at `index`. */
export function startPlace(scene: Scene, index = 0): Place {
  const start = scene.starts[index];
  if (start === undefined) throw new DimensionError('scene.start', 'The scene has no such start.', { index });
  const { x, y, z } = metres(start.at);
  return { x, y: y + SOLE + FEEL.skin, z };
}

/** Builds the world of a scene at tick 0. @throws DimensionError `scene.size` for a piece the engine cannot build */
export function buildStage(rapier: RapierModule, scene: Scene): Stage {
  const world = new rapier.World({ x: 0, y: -CRATE_GRAVITY, z: 0 });
  try {
    return furnish(rapier, world, scene);
  } catch (cause) {
    world.free();
    if (cause instanceof DimensionError) throw cause;
    throw new DimensionError('scene.size', 'The engine cannot build this scene.', {}, cause);
  }
}

function furnish(rapier: RapierModule, world: World, scene: Scene): Stage {
  world.timestep = TICK_SECONDS;
  for (const box of scene.boxes) world.createCollider(place(cuboid(rapier, box.half), box));
  for (const ramp of scene.ramps) world.createCollider(place(wedge(rapier, ramp.half), ramp));
  for (const fixed of [...(scene.grips ?? []), ...firmTiles(scene)])
    world.createCollider(place(cuboid(rapier, fixed.half), fixed));
  const stage =
    scene.crates.length > 0 ? populate(rapier, world, scene) : { world, bodies: [], movers: [], crates: [] };
  // Queries need the tree of boxes that only a step builds; nothing moves in it yet.
  world.step();
  return stage;
}

/** Finds the bodies of `stage` again in a world restored from a snapshot of its own. */
export function rebindStage(stage: Stage, world: World): Stage {
  const find = ({ handle }: RigidBody) => world.getRigidBody(handle);
  return {
    world,
    bodies: stage.bodies.map(find),
    movers: stage.movers.map(find),
    crates: stage.crates.map(find),
  };
}

function populate(rapier: RapierModule, world: World, scene: Scene): Stage {
  const kinematic = (at: Readonly<Place>) =>
    world.createRigidBody(rapier.RigidBodyDesc.kinematicPositionBased().setTranslation(at.x, at.y, at.z));
  const movers = [
    ...scene.platforms.map((platform) => ({ ...platform, at: placeOnPath(platform.path, 0) })),
    ...[...scene.doors, ...falseTiles(scene)].map((piece) => ({ ...piece, at: metres(piece.at) })),
  ].map(({ at, half, yaw }) => {
    const body = kinematic(at);
    body.setRotation(yawQuaternion(yaw), false);
    world.createCollider(cuboid(rapier, half).setFriction(1), body);
    return body;
  });
  const crates = scene.crates.map(({ at, half, yaw, mass }) => {
    const { x, y, z } = metres(at);
    const desc = rapier.RigidBodyDesc.dynamic().setTranslation(x, y, z).setRotation(yawQuaternion(yaw));
    const body = world.createRigidBody(desc.lockRotations());
    world.createCollider(cuboid(rapier, half).setMass(mass), body);
    return body;
  });
  const bodies = scene.starts.map((_, index) => {
    const body = kinematic(startPlace(scene, index));
    world.createCollider(rapier.ColliderDesc.capsule(FEEL.halfCylinder, FEEL.radius).setFriction(0), body);
    return body;
  });
  return { world, bodies, movers, crates };
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
