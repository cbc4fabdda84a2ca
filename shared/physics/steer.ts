/** How input becomes velocity: speeding up, braking, air control, coyote time, kept jumps, short hops, gravity. */
import { FEEL } from './feel.ts';
import { decodeInput } from './input.ts';
import { headingVector } from './turns.ts';

/** The part of a character that steering changes; velocities in m/s against the ground it stands on. */
export interface Motion {
  vx: number;
  vy: number;
  vz: number;
  grounded: boolean;
  /** Ticks in which leaving the ground is still forgiven. */
  coyote: number;
  /** Ticks in which a pressed jump is still kept. */
  buffer: number;
  /** Jump was down in the last tick. */
  held: boolean;
  /** Rising from a jump, so that letting go cuts it short. */
  rising: boolean;
}

/** A character at rest on the ground. */
export function atRest(): Motion {
  return { vx: 0, vy: 0, vz: 0, grounded: true, coyote: 0, buffer: 0, held: false, rising: false };
}

/** A little downward speed keeps the feet on the ground, m/s. */
const PRESS = 1;

/**
 * Changes `motion` by one step of `ticks` ticks (1 in a challenge, 3 in the shared world) and tells whether a jump
 * began. The caller then moves the body by velocity × time and sets `grounded`.
 */
export function steer(motion: Motion, byte: number, ticks = 1): boolean {
  const { heading, gait, jump } = decodeInput(byte);
  const seconds = ticks / FEEL.tickHz;
  const pressed = jump && !motion.held;
  motion.held = jump;
  motion.buffer = pressed ? FEEL.jumpBufferTicks : Math.max(0, motion.buffer - ticks);
  motion.coyote = motion.grounded ? FEEL.coyoteTicks : Math.max(0, motion.coyote - ticks);
  level(motion, gait === 'run' ? FEEL.runSpeed : gait === 'walk' ? FEEL.walkSpeed : 0, heading, seconds);
  const leaps = motion.buffer > 0 && motion.coyote > 0;
  if (leaps) {
    motion.vy = FEEL.jumpSpeed;
    motion.grounded = false;
    motion.rising = true;
    motion.buffer = 0;
    motion.coyote = 0;
  }
  fall(motion, jump, seconds);
  return leaps;
}

function level(motion: Motion, speed: number, heading: number, seconds: number): void {
  const way = headingVector(heading);
  const dx = way.x * speed - motion.vx;
  const dz = way.z * speed - motion.vz;
  const wants = speed > 0;
  const rate = motion.grounded
    ? wants
      ? FEEL.groundAcceleration
      : FEEL.groundBraking
    : wants
      ? FEEL.airAcceleration
      : FEEL.airBraking;
  const most = rate * seconds;
  const away = Math.sqrt(dx * dx + dz * dz);
  const part = away <= most ? 1 : most / away;
  motion.vx += dx * part;
  motion.vz += dz * part;
}

function fall(motion: Motion, jump: boolean, seconds: number): void {
  if (motion.grounded) {
    motion.vy = -PRESS;
    motion.rising = false;
    return;
  }
  if (motion.vy <= 0) motion.rising = false;
  const gravity = motion.vy <= 0 ? FEEL.fallGravity : motion.rising && !jump ? FEEL.cutGravity : FEEL.riseGravity;
  motion.vy = Math.max(motion.vy - gravity * seconds, -FEEL.terminalSpeed);
}
