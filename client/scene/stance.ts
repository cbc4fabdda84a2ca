/** How a body goes over from what it did to what it does: every number of its stance eased, nothing jumps. */
import type { Gesture } from '#shared/protocol/gestures.ts';
import type { AvatarDraw, Stance } from './flock.ts';

/** Where a head is wished to turn, radians against the body. */
export type Gaze = { readonly yaw: number; readonly pitch: number };

const AHEAD: Gaze = { yaw: 0, pitch: 0 };
/** Who is absorbed in a course or a workbench looks down at it. */
const ABSORBED: Gaze = { yaw: 0, pitch: -0.34 };

/** Radians of the walk's phase in a second at a speed: feet do not slide. */
export function strideTurn(speed: number): number {
  const run = Math.min(1, Math.max(0, (speed - 2.2) / 3));
  const stride = 0.3 + (0.62 - 0.3) * run;
  return (speed * Math.PI) / (2 * stride);
}

/** Moves `stance` on by `dt` seconds towards what `draw` says; `gaze` is whom they look at, or null. */
export function ease(stance: Stance, draw: AvatarDraw, gaze: Gaze | null, dt: number): void {
  const { gesture } = draw;
  stance.speed = eased(stance.speed, draw.speed, dt, 12);
  stance.air = eased(stance.air, Number(draw.air), dt, 14);
  stance.wave = eased(stance.wave, shows(gesture, 'wave'), dt, 10);
  stance.cheer = eased(stance.cheer, shows(gesture, 'cheer'), dt, 9);
  stance.dance = eased(stance.dance, shows(gesture, 'dance'), dt, 6);
  stance.point = eased(stance.point, shows(gesture, 'point'), dt, 9);
  stance.sit = eased(stance.sit, Math.max(shows(gesture, 'sit'), shows(gesture, 'away')), dt, 6);
  stance.swim = eased(stance.swim, Number(draw.swims), dt, 5);
  const look = gesture === 'away' ? ABSORBED : (draw.head ?? gaze ?? AHEAD);
  stance.headYaw = eased(stance.headYaw, look.yaw, dt, 7);
  stance.headPitch = eased(stance.headPitch, look.pitch, dt, 7);
  stance.phase = (stance.phase + strideTurn(stance.speed) * dt) % (Math.PI * 2);
}

function shows(gesture: Gesture, asked: Gesture): number {
  return gesture === asked ? 1 : 0;
}

function eased(from: number, to: number, dt: number, rate: number): number {
  return from + (to - from) * (1 - Math.exp(-rate * dt));
}
