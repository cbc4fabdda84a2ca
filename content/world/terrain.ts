/** The land of the starter island as a pure height function: the same doubles on every machine. */
import {
  AVENUES,
  DAIS,
  GARDENS,
  GATE_PLATFORMS,
  ISLAND_RADIUS,
  LAGOON,
  PLAZA_HEIGHT,
  PLAZA_RADIUS,
  type Platform,
} from './island.ts';
import { valueNoise } from './noise.ts';

/** Height of the sea floor in metres. */
const SEA_FLOOR = -5;
/** Height of one terrace in metres. */
const TERRACE = 2.1;

/** Round hills: centre, radius and height in metres. */
const HILLS: readonly (readonly [x: number, z: number, radius: number, height: number])[] = [
  [-66, 52, 50, 11],
  [70, 44, 46, 9],
  [-78, -34, 36, 7],
  [80, -30, 38, 6.5],
  [14, 96, 40, 6],
  [-30, 88, 34, 5],
  [46, 70, 30, 5],
  [-50, -68, 30, 5],
  [52, -66, 30, 4.5],
  [-30, -92, 24, 5],
  [-12, -100, 24, 8],
  [44, -96, 22, 5],
];

/** Hermite step from 0 at `low` to 1 at `high`; `low` may be the larger. */
export function smoothstep(low: number, high: number, at: number): number {
  const t = Math.min(1, Math.max(0, (at - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** Height of what feet stand on at (x, z): the land, the stage and the gates' steps, in metres. */
export function heightAt(x: number, z: number): number {
  const land = landAt(x, z);
  let rise = riseOf(DAIS, x, z);
  for (const platform of GATE_PLATFORMS) rise = Math.max(rise, riseOf(platform, x, z));
  return land + rise;
}

/** Height of the bare land at (x, z) in metres, without stage and steps; negative under the sea. */
export function landAt(x: number, z: number): number {
  const away = pavedDistance(x, z);
  if (away <= 0) return PLAZA_HEIGHT;
  const wild = wildAt(x, z);
  return mix(PLAZA_HEIGHT, wild, smoothstep(0, 9, away));
}

/** The upward unit normal of the ground at (x, z), from differences over half a metre. */
export function groundNormal(x: number, z: number): { readonly x: number; readonly y: number; readonly z: number } {
  const step = 0.25;
  const dx = (heightAt(x + step, z) - heightAt(x - step, z)) / (2 * step);
  const dz = (heightAt(x, z + step) - heightAt(x, z - step)) / (2 * step);
  const length = Math.sqrt(dx * dx + dz * dz + 1);
  return { x: -dx / length, y: 1 / length, z: -dz / length };
}

/** Distance in metres from (x, z) to the nearest ground that is kept level; 0 or less on it. */
export function pavedDistance(x: number, z: number): number {
  let away = distance(x, z) - (PLAZA_RADIUS + 8.5);
  for (const garden of GARDENS) away = Math.min(away, distance(x - garden.x, z - garden.z) - garden.radius - 1);
  for (const way of AVENUES) away = Math.min(away, segmentDistance(x, z, way.from, way.to) - way.half - 8);
  return away;
}

/** Distance in metres from (x, z) to the middle line of the nearest avenue, less its half width; 0 or less on paving. */
export function avenueDistance(x: number, z: number): number {
  let away = Number.POSITIVE_INFINITY;
  for (const way of AVENUES) away = Math.min(away, segmentDistance(x, z, way.from, way.to) - way.half);
  return away;
}

/** The land before anything was levelled: mask, hills, lagoon, terraces. */
function wildAt(x: number, z: number): number {
  const warp = valueNoise(x / 34, z / 34, 11) - 0.5;
  const edge = distance(x, z) / ISLAND_RADIUS + warp * 0.3 + (valueNoise(x / 13, z / 13, 12) - 0.5) * 0.07;
  const mask = smoothstep(1.04, 0.6, edge);
  let height = 2.2 + (fractal(x / 42, z / 42) - 0.42) * 9;
  for (const [cx, cz, radius, top] of HILLS) {
    const dx = (x - cx) / radius;
    const dz = (z - cz) / radius;
    const fall = 1 - dx * dx - dz * dz;
    if (fall > 0) height += top * fall * fall;
  }
  height = SEA_FLOOR + mask * (Math.max(height, 0.4) - SEA_FLOOR);
  return terrace(mix(height, SEA_FLOOR + 0.6, lagoon(x, z, warp)));
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
  const t = (reach - distance(dx, dz)) / platform.skirt;
  return platform.rise * Math.min(1, Math.max(0, t));
}

function segmentDistance(x: number, z: number, a: readonly [number, number], b: readonly [number, number]): number {
  const ux = b[0] - a[0];
  const uz = b[1] - a[1];
  const along = ((x - a[0]) * ux + (z - a[1]) * uz) / (ux * ux + uz * uz);
  const t = Math.min(1, Math.max(0, along));
  return distance(x - a[0] - ux * t, z - a[1] - uz * t);
}

function distance(dx: number, dz: number): number {
  return Math.sqrt(dx * dx + dz * dz);
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
