/** The land of the islands as a pure height function: the same doubles on every machine. */
import { channelDistance, HILLS, isleAt, pavedDistance } from './archipelago.ts';
import { Cells } from './cells.ts';
import { DAIS, GATE_PLATFORMS, ISLAND_RADIUS, LAGOON, PLAZA_HEIGHT, type Platform } from './island.ts';
import { valueNoise } from './noise.ts';

/** Height of the sea floor in metres. */
export const SEA_FLOOR = -5;
/** Height of one terrace in metres. */
const TERRACE = 2.1;
/** From level ground to wild land, and from a channel's bed to its banks, m. */
const BLEND = 7;
const BANK = 6;

const PLATFORMS = new Cells([DAIS, ...GATE_PLATFORMS], ISLAND_RADIUS, ({ radius, skirt }) => radius + skirt);

/** Hermite step from 0 at `low` to 1 at `high`; `low` may be the larger. */
export function smoothstep(low: number, high: number, at: number): number {
  const t = Math.min(1, Math.max(0, (at - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** Height of what feet stand on at (x, z): the land, the stage and the gates' steps, in metres; bridges are no land. */
export function heightAt(x: number, z: number): number {
  let rise = 0;
  for (const platform of PLATFORMS.at(x, z)) rise = Math.max(rise, riseOf(platform, x, z));
  return landAt(x, z) + rise;
}

/** Height of the bare land at (x, z) in metres, without stage and steps; negative under the sea. */
export function landAt(x: number, z: number): number {
  const away = pavedDistance(x, z);
  if (away <= 0) return PLAZA_HEIGHT;
  const wild = wildAt(x, z);
  return mix(PLAZA_HEIGHT, wild, smoothstep(0, BLEND, away));
}

/** The upward unit normal of the ground at (x, z), from differences over half a metre. */
export function groundNormal(x: number, z: number): { readonly x: number; readonly y: number; readonly z: number } {
  const step = 0.25;
  const dx = (heightAt(x + step, z) - heightAt(x - step, z)) / (2 * step);
  const dz = (heightAt(x, z + step) - heightAt(x, z - step)) / (2 * step);
  const length = Math.sqrt(dx * dx + dz * dz + 1);
  return { x: -dx / length, y: 1 / length, z: -dz / length };
}

/** The land before anything was levelled: islands, hills, lagoon, channels, terraces. */
function wildAt(x: number, z: number): number {
  const { out } = isleAt(x, z);
  if (out > 1.3) return SEA_FLOOR;
  const warp = valueNoise(x / 34, z / 34, 11) - 0.5;
  const mask = smoothstep(1.04, 0.6, out + warp * 0.3 + (valueNoise(x / 13, z / 13, 12) - 0.5) * 0.16);
  let height = 2.2 + (fractal(x / 42, z / 42) - 0.42) * 9;
  for (const [cx, cz, radius, top] of HILLS) {
    const dx = (x - cx) / radius;
    const dz = (z - cz) / radius;
    const fall = 1 - dx * dx - dz * dz;
    if (fall > 0) height += top * fall * fall;
  }
  height = SEA_FLOOR + mask * (Math.max(height, 0.4) - SEA_FLOOR);
  const deep = Math.max(lagoon(x, z, warp), smoothstep(BANK, 0, channelDistance(x, z)));
  return terrace(mix(height, Math.min(height, SEA_FLOOR + 0.6), deep));
}

/** 1 in the lagoon and its channel to the northern sea, 0 on its shores. */
function lagoon(x: number, z: number, warp: number): number {
  const dx = (x - LAGOON.x) / LAGOON.halfX;
  const dz = (z - LAGOON.z) / LAGOON.halfZ;
  const pool = smoothstep(1.12, 0.62, Math.sqrt(dx * dx + dz * dz) + warp * 0.5);
  const drift = (x - 22 - warp * 16) / 11;
  const channel = z < LAGOON.z ? smoothstep(1.2, 0.5, Math.abs(drift)) : 0;
  return Math.max(pool, channel);
}

/** Steps of `TERRACE` metres above the beach: a tread, then a riser over the last two fifths. */
function terrace(height: number): number {
  if (height < 1.4) return height;
  const steps = (height - 1.4) / TERRACE;
  const floor = Math.floor(steps);
  return 1.4 + (floor + smoothstep(0.52, 1, steps - floor)) * TERRACE;
}

/** Four octaves of value noise in [0, 1), (x, z) in periods of the coarsest. */
function fractal(x: number, z: number): number {
  let sum = 0;
  let weight = 0.5333333333333333;
  let scale = 1;
  for (let octave = 0; octave < 4; octave++) {
    sum += weight * valueNoise(x * scale, z * scale, octave);
    weight *= 0.5;
    scale *= 2;
  }
  return sum;
}

function riseOf(platform: Platform, x: number, z: number): number {
  const dx = Math.abs(x - platform.x);
  const dz = Math.abs(z - platform.z);
  const reach = platform.radius + platform.skirt;
  if (dx > reach || dz > reach) return 0;
  const t = (reach - Math.sqrt(dx * dx + dz * dz)) / platform.skirt;
  return platform.rise * Math.min(1, Math.max(0, t));
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
