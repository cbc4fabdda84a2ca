/** Turns a wish into the one byte of a tick, before it is predicted, recorded or sent: heading, gait, jump. */
import { encodeInput } from '#shared/physics/input.ts';
import { HEADINGS } from '#shared/physics/turns.ts';
import type { Controls } from './controls.ts';

/** Below this a stick is at rest. */
const DEAD_ZONE = 0.15;
const TURN = Math.PI * 2;

/** The heading 0 … 31 nearest to an angle in radians about +Y (0 is −Z, growing to the left). */
export function headingOf(angle: number): number {
  return ((Math.round((angle / TURN) * HEADINGS) % HEADINGS) + HEADINGS) % HEADINGS;
}

/**
 * The tape byte of one tick. The camera's yaw and the stick's direction are each rounded to 1/32 turn first, so that
 * what is replayed steers exactly as what was played. Nobody who stands has a heading.
 * @param cameraYaw radians about +Y
 */
export function tapeByte(controls: Controls, cameraYaw: number): number {
  const { right, forward, run, jump, use } = controls;
  const moving = Math.hypot(right, forward) > DEAD_ZONE && !use;
  if (!moving) return encodeInput({ heading: 0, gait: use ? 'use' : 'idle', jump });
  const heading = (headingOf(cameraYaw) + headingOf(Math.atan2(-right, forward))) % HEADINGS;
  return encodeInput({ heading, gait: run ? 'run' : 'walk', jump });
}
