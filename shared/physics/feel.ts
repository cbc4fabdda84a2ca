/** How the character feels: every constant of its motion in one named table, with units. */

/**
 * The character of every challenge (60 Hz) and, fitted to the same numbers, of the shared world (20 Hz).
 * A full jump rises 1.4 m in 0.37 s, falls in 0.32 s and carries a runner 4.2 m over level ground.
 * A changed number is another universe: raise `SCENE_FORM` in scene.ts with it.
 */
export const FEEL = {
  /** Ticks a second of a challenge. */
  tickHz: 60,
  /** Capsule radius, m. */
  radius: 0.3,
  /** Half of the cylinder between the two caps, m: the capsule is 1.6 m tall. */
  halfCylinder: 0.5,
  /** Gap the controller keeps to everything, m. */
  skin: 0.02,
  /** Level speeds, m/s. */
  walkSpeed: 2.6,
  runSpeed: 6,
  /** How fast the level velocity turns to the wished one, m/s². */
  groundAcceleration: 48,
  groundBraking: 56,
  airAcceleration: 20,
  airBraking: 8,
  /** Upward speed at take-off, m/s. */
  jumpSpeed: 7.6,
  /** Gravity, m/s²: rising with jump held, rising with jump let go (a short hop), falling. */
  riseGravity: 20,
  cutGravity: 52,
  fallGravity: 28,
  /** Fastest fall, m/s. */
  terminalSpeed: 24,
  /** Ticks after leaving an edge in which a jump still counts. */
  coyoteTicks: 6,
  /** Ticks before landing in which a pressed jump is kept. */
  jumpBufferTicks: 7,
  /** Step that is lifted over without a jump, m; the round of the capsule takes lips a little higher still. */
  stepHeight: 0.36,
  /** Ground this far below the feet is followed when walking down, m. */
  snapDistance: 0.3,
  /** Least upright part of the normal of ground that is walked on: cos 50°. */
  walkable: 0.6427876096865394,
  /** How near a button must be to be used, m between surfaces of hand reach and button. */
  useReach: 1.2,
  /** Speed at which a weightless crate would be pushed, m/s, and the weight behind the push, kg. */
  pushSpeed: 4,
  pushMass: 60,
} as const;

/** One tick of a challenge, s. */
export const TICK_SECONDS = 1 / FEEL.tickHz;

/** From the middle of the capsule to the soles, m. */
export const SOLE = FEEL.halfCylinder + FEEL.radius;
