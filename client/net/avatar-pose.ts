/** How an avatar is drawn, and how its state travels: between the room's schema, the step and the scene. */

import type { Pose } from '#shared/motion/pose.ts';
import type { Stroller } from '#shared/physics/stroll.ts';
import { type Gesture, gestureOf } from '#shared/protocol/gestures.ts';
import type { Avatar } from '#shared/protocol/world-state.ts';

/** One avatar to draw: soles in metres, yaw in radians (0 looks along −Z, growing to the left), level speed in m/s. */
export interface AvatarPose {
  readonly session: string;
  readonly address: string;
  readonly name: string;
  readonly machine: boolean;
  readonly colour: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
  readonly speed: number;
  readonly vy: number;
  readonly grounded: boolean;
  readonly gesture: Gesture;
  /** The work it wears; empty for its own colours. */
  readonly skin: string;
  readonly connected: boolean;
}

/** What to draw of `avatar` when it is shown at `pose`. */
export function avatarPose(session: string, avatar: Avatar, pose: Pose): AvatarPose {
  return {
    session,
    address: avatar.address,
    name: avatar.name,
    machine: avatar.machine,
    colour: avatar.colour,
    x: pose.x,
    y: pose.y,
    z: pose.z,
    yaw: pose.yaw,
    speed: Math.hypot(pose.vx, pose.vz),
    vy: pose.grounded ? 0 : pose.vy,
    grounded: pose.grounded,
    gesture: gestureOf(avatar.emote),
    skin: avatar.skin,
    connected: avatar.connected,
  };
}

/** Where the room says that it is. */
function poseOf({ x, y, z, yaw, vx, vy, vz, grounded }: Avatar): Pose {
  return { x, y, z, yaw, vx, vy, vz, grounded };
}

/** The whole state of its step, to go on from. */
export function strollerOf(avatar: Avatar): Stroller {
  const { coyote, buffer, held, rising } = avatar;
  return { ...poseOf(avatar), coyote, buffer, held, rising };
}
