/** One step of the shared world: a capsule strolls over the island at 20 Hz, with the very feel of a challenge. */
import { TAU } from '#shared/maths/deterministic.ts';
import { FEEL, SOLE, TICK_SECONDS } from './feel.ts';
import { decodeInput } from './input.ts';
import { atRest, type Motion, steer } from './steer.ts';

/** Steps a second of the shared world, and the ticks of a challenge that pass in one. */
export const STROLL_HZ = 20;
const TICKS_PER_STROLL = FEEL.tickHz / STROLL_HZ;

/** What a stroller stands on and bumps into; metres, heights over the datum. */
export interface Ground {
  /** Height under the feet at (x, z) for someone whose soles are at `feet`: the land, or the top of a body below them. */
  supportAt(x: number, z: number, feet: number): number;
  /**
   * Writes into `out` where an upright body of `radius` between `bottom` and `top` comes to stand once it is pushed out
   * of every obstacle; true when it touched one.
   */
  pushOut(x: number, z: number, radius: number, bottom: number, top: number, out: { x: number; z: number }): boolean;
  /** Height of the water's surface. */
  readonly seaLevel: number;
  /** Nobody gets farther from the middle than this. */
  readonly edge: number;
}

/** Someone in the shared world: soles in metres, yaw in radians (0 looks along −Z, growing to the left). */
export interface Stroller extends Motion {
  x: number;
  y: number;
  z: number;
  yaw: number;
}

/** Soles this far under the surface float: the chest stays dry, m. */
export const SWIM_DEPTH = 1.05;
/** Depth at which legs begin to feel the water, m, and how much of the speed is left when swimming. */
const WADE_DEPTH = 0.25;
const SWIM_SHARE = 0.45;
/** How fast a body turns towards where it goes, rad/s. */
const TURN_RATE = 11;
/** Room for the head that obstacles push against, m. */
const HEIGHT = 2 * SOLE;

/** Somebody standing still at (x, z): on the land, or on the highest top at or below `feet` when that is given. */
export function placeStroller(x: number, z: number, yaw: number, ground: Ground, feet = -1_000): Stroller {
  return settle({ ...atRest(), x, y: floorAt(ground, x, z, feet), z, yaw: wrap(yaw) });
}

/** Depth of the water over the soles at the height `y`, m; 0 or less when dry. */
function waterDepth(y: number, ground: Pick<Ground, 'seaLevel'>): number {
  return ground.seaLevel - y;
}

/**
 * Moves `who` by one step of 1/20 s from one tape byte. Deterministic: the same bytes on the same ground give the same
 * float32 state on server and client, so a prediction that starts from the server's state ends at the server's state.
 */
export function stroll(who: Stroller, byte: number, ground: Ground): void {
  turn(who, byte);
  for (let tick = 0; tick < TICKS_PER_STROLL; tick++) strollTick(who, byte, ground);
  settle(who);
}

/** One of the ticks inside a step, without turning and rounding: what a challenge does in 1/60 s. */
export function strollTick(who: Stroller, byte: number, ground: Ground): void {
  const leaps = steer(who, byte);
  moveLevel(who, ground);
  moveUpright(who, ground, leaps);
}

function turn(who: Stroller, byte: number): void {
  const { heading, gait } = decodeInput(byte);
  if (gait !== 'walk' && gait !== 'run') return;
  const off = wrap((heading * TAU) / 32 - who.yaw);
  const most = TURN_RATE / STROLL_HZ;
  who.yaw = wrap(who.yaw + Math.max(-most, Math.min(most, off)));
}

function moveLevel(who: Stroller, ground: Ground): void {
  const share = TICK_SECONDS * speedShare(who.y, ground);
  let x = who.x + who.vx * share;
  let z = who.z + who.vz * share;
  if (isTooSteep(who, x, z, ground)) {
    const along = alongSlope(who, x, z, ground);
    x = who.x + along.x;
    z = who.z + along.z;
    if (isTooSteep(who, x, z, ground)) {
      x = who.x;
      z = who.z;
    }
    who.vx = (x - who.x) / share;
    who.vz = (z - who.z) / share;
  }
  const out = { x, z };
  if (ground.pushOut(x, z, FEEL.radius, who.y + FEEL.stepHeight, who.y + HEIGHT, out)) {
    slide(who, out.x - x, out.z - z);
    x = out.x;
    z = out.z;
  }
  const away = Math.sqrt(x * x + z * z);
  if (away > ground.edge) {
    slide(who, -x, -z);
    x *= ground.edge / away;
    z *= ground.edge / away;
  }
  who.x = x;
  who.z = z;
}

/** Takes the part of the velocity that runs against the push (px, pz) away. */
function slide(who: Stroller, px: number, pz: number): void {
  const square = px * px + pz * pz;
  const into = who.vx * px + who.vz * pz;
  if (square < 1e-18 || into >= 0) return;
  who.vx -= (px * into) / square;
  who.vz -= (pz * into) / square;
}

/** Feet climb no more than a step within one radius ahead, on the ground and while falling beside a wall of land. */
function isTooSteep(who: Stroller, x: number, z: number, ground: Ground): boolean {
  const dx = x - who.x;
  const dz = z - who.z;
  const length = Math.sqrt(dx * dx + dz * dz);
  if (length < 1e-9) return false;
  const reach = FEEL.radius / length;
  const ahead = ground.supportAt(who.x + dx * reach, who.z + dz * reach, who.y);
  return ahead - who.y > FEEL.stepHeight && ahead > ground.seaLevel - SWIM_DEPTH;
}

/** The part of the wished move (to x, z) that runs along the slope instead of up it. */
function alongSlope(who: Stroller, x: number, z: number, ground: Ground): { x: number; z: number } {
  const gap = FEEL.radius;
  const gx = ground.supportAt(who.x + gap, who.z, who.y) - ground.supportAt(who.x - gap, who.z, who.y);
  const gz = ground.supportAt(who.x, who.z + gap, who.y) - ground.supportAt(who.x, who.z - gap, who.y);
  const square = gx * gx + gz * gz;
  if (square < 1e-12) return { x: 0, z: 0 };
  const along = ((x - who.x) * -gz + (z - who.z) * gx) / square;
  return { x: -gz * along, z: gx * along };
}

function moveUpright(who: Stroller, ground: Ground, leaps: boolean): void {
  const floor = floorAt(ground, who.x, who.z, who.y);
  if (who.grounded && !leaps) {
    if (who.y - floor <= FEEL.snapDistance) who.y = floor;
    else {
      who.grounded = false;
      who.y += who.vy * TICK_SECONDS;
    }
    return;
  }
  who.y += who.vy * TICK_SECONDS;
  if (who.y > floor) return;
  who.y = floor;
  if (who.vy <= 0) who.grounded = true;
}

/** What carries the feet: the ground, or the water when it is deep enough to swim. */
function floorAt(ground: Ground, x: number, z: number, feet: number): number {
  return Math.max(ground.supportAt(x, z, feet), ground.seaLevel - SWIM_DEPTH);
}

function speedShare(y: number, ground: Ground): number {
  const deep = (waterDepth(y, ground) - WADE_DEPTH) / (SWIM_DEPTH - WADE_DEPTH);
  return 1 - (1 - SWIM_SHARE) * Math.min(1, Math.max(0, deep));
}

/** What travels is float32, so what is kept is float32: both sides go on from the same numbers. */
function settle<S extends Stroller>(who: S): S {
  who.x = Math.fround(who.x);
  who.y = Math.fround(who.y);
  who.z = Math.fround(who.z);
  who.vx = Math.fround(who.vx);
  who.vy = Math.fround(who.vy);
  who.vz = Math.fround(who.vz);
  who.yaw = Math.fround(who.yaw);
  return who;
}

/** An angle in (−π, π]. */
function wrap(angle: number): number {
  const turns = Math.ceil(angle / TAU - 0.5);
  return angle - turns * TAU;
}
