/** The pieces a scene is made of, as schemas that bound every number; scene.ts puts them together. */
import { z } from 'zod';

/** Bounds of a scene; lengths in 1/64 m, times in ticks (1/60 s). */
export const LIMITS = {
  /** 256 m from the middle in every direction. */
  coordinate: 16_384,
  /** Half of a side at most 64 m. */
  half: 4_096,
  bodies: 256,
  crates: 24,
  waypoints: 32,
  checkpoints: 16,
  buttons: 16,
  doors: 16,
  /** Two minutes. */
  ticks: 7_200,
  levers: 16,
  clocks: 16,
  keys: 8,
  locks: 16,
  tiles: 64,
  grips: 64,
  winds: 32,
  /** Strongest wind, 1/64 m/s². */
  push: 4_096,
} as const;

const { coordinate, half, waypoints, buttons, doors, ticks, keys, push } = LIMITS;

/** A whole number between two others; `code` and `what` make the refusal. */
export const whole = (code: string, low: number, high: number, what: string) => {
  const error = `${code}|${what} is a whole number from ${low} to ${high}.`;
  return z.number({ error }).int({ error }).min(low, { error }).max(high, { error });
};
const triple = <T extends z.ZodType>(member: T) =>
  z.tuple([member, member, member], { error: 'scene.shape|A place or a size is three whole numbers.' }).readonly();

const point = triple(whole('scene.bounds', -coordinate, coordinate, 'A coordinate in 1/64 m'));
const size = triple(whole('scene.size', 1, half, 'Half of a side in 1/64 m'));
const yaw = whole('scene.yaw', 0, 23, 'A turn in 1/24');
/** A number of ticks. */
export const time = (high: number) => whole('scene.ticks', 1, high, 'A time in ticks');

/** A fixed box or zone. */
export const solid = z.strictObject({ at: point, half: size, yaw });
/** A wedge much longer than it is high or wide has no hull that the engine can build. */
export const ramp = solid.refine(({ half }) => Math.max(...half) <= 64 * Math.min(...half), {
  error: 'scene.size|The longest side of a ramp is at most 64 times the shortest.',
});
const waypoint = z.strictObject({ at: point, ticks: time(ticks) });
const path = z
  .array(waypoint)
  .min(1, { error: 'scene.path|A path has at least one waypoint.' })
  .max(waypoints, { error: `scene.path|A path has at most ${waypoints} waypoints.` })
  .readonly();
/** Something on a path. */
export const mover = z.strictObject({ half: size, yaw, path });
/** A box that is pushed. */
export const crate = solid.extend({ mass: whole('scene.mass', 1, 500, 'A mass in kg') });

const doorNumber = whole('scene.button', 0, doors - 1, 'The number of a door');
const named = z.array(doorNumber).min(1).max(doors).readonly();

/** What is pressed and stays live for a while. */
export const button = solid.extend({
  press: z.enum(['use', 'step'], { error: 'scene.button|A button is pressed by "use" or by "step".' }),
  doors: named,
  ticks: time(ticks),
});
/** What slides away while enough of what names it is live. */
export const door = solid.extend({
  slide: point,
  travel: time(600),
  need: whole('scene.door', 1, buttons, 'How many buttons a door needs'),
});
/** Where a character begins. */
export const start = z.strictObject({ at: point, yaw });

/** What is thrown over and stays: live for some doors, and others stay shut while it is on. */
export const lever = solid.extend({
  doors: z.array(doorNumber).max(doors).readonly(),
  shuts: z.array(doorNumber).max(doors).readonly(),
});

const cycle = {
  period: time(ticks),
  on: time(ticks),
  phase: whole('scene.clock', 0, ticks - 1, 'The phase of a cycle in ticks'),
};
const fitting = {
  check: ({ period, on, phase }: { readonly period: number; readonly on: number; readonly phase: number }) =>
    on <= period && phase < period,
  error: { error: 'scene.clock|A cycle is on for at most its period, and its phase is shorter than it.' },
} as const;

/** What is live for its doors in part of every period. */
export const clock = z.strictObject({ ...cycle, doors: named }).refine(fitting.check, fitting.error);
/** A zone in which the air pushes, in 1/64 m/s² along the axes of the world. */
export const wind = solid
  .extend({ ...cycle, push: triple(whole('scene.wind', -push, push, 'A push in 1/64 m/s²')) })
  .refine(fitting.check, fitting.error);
/** What is picked up by touch. */
export const key = z.strictObject({ at: point });
/** Where a key belongs. */
export const lock = solid.extend({ key: whole('scene.lock', 0, keys - 1, 'The number of a key'), doors: named });
/** A floor that holds, or gives way; its light tells which, as long as it burns. */
export const tile = solid.extend({
  holds: z.boolean({ error: 'scene.tile|A tile holds or does not: true or false.' }),
  shown: whole('scene.tile', 0, ticks, 'How long a tile shows what it is, in ticks,'),
});
