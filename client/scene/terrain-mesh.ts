/** The land as flat-shaded triangles: jittered points, a colour for each face, baked shade in the hollows. */
import { BufferAttribute, BufferGeometry, Color } from 'three';
import { avenueDistance, type Character, isleAt } from '#content/world/archipelago.ts';
import { FRONTIER, GARDENS, GATE_SPOTS, PLAZA_RADIUS, WORKSHOPS } from '#content/world/island.ts';
import { hash2, valueNoise } from '#content/world/noise.ts';
import { smoothstep } from '#content/world/terrain.ts';
import { gridHeight, LAND_MIDDLE, LAND_SPAN, type LandGrid } from './land-grid.ts';
import { LAND } from './palette.ts';
import type { Slices } from './slices.ts';

/** Radius in metres of the paved round in a garden. */
export const GARDEN_PAVED = 9.4;

/** Round places paved in rings of slabs, the plaza aside: middle and radius in metres. */
export const PAVED_ROUNDS: readonly { readonly x: number; readonly z: number; readonly radius: number }[] = [
  ...GARDENS.map(({ x, z }) => ({ x, z, radius: GARDEN_PAVED })),
  { x: FRONTIER.x, z: FRONTIER.z, radius: 8.6 },
  { x: WORKSHOPS.x, z: WORKSHOPS.z, radius: 7.6 },
];

const PALETTE = {
  path: new Color(LAND.path),
  rock: new Color(LAND.rock),
  rockDark: new Color(LAND.rockDark),
  snow: new Color(LAND.snow),
  seabed: new Color(LAND.seabed),
};

/** What the grass, the high grass and the sand of an island are, where they differ from the plaza's. */
const GROUNDS: Readonly<
  Record<Character, { readonly low: Color; readonly mid: Color; readonly high: Color; readonly shore: Color }>
> = {
  plaza: ground(LAND.grassLow, LAND.grass, LAND.grassHigh, LAND.sand),
  wild: ground(LAND.grassLow, LAND.grass, LAND.grassHigh, LAND.sand),
  gardens: ground(0x4fb07c, 0x86d07a, 0xd6dc84, 0xf6e3c0),
  workshops: ground(0x86a35e, 0xb0b469, 0xd9bf7c, 0xe6c795),
  frontier: ground(0x5f5a86, 0x7d76a2, 0xa79cba, 0xb7a9bd),
};

function ground(low: number, mid: number, high: number, shore: number) {
  return { low: new Color(low), mid: new Color(mid), high: new Color(high), shore: new Color(shore) };
}

/** Distance in metres to the nearest stone paving: plaza, rounds, avenues; 0 or less on it. */
export function pavingDistance(x: number, z: number): number {
  let away = Math.sqrt(x * x + z * z) - PLAZA_RADIUS;
  for (const round of PAVED_ROUNDS) away = Math.min(away, Math.hypot(x - round.x, z - round.z) - round.radius);
  return Math.min(away, avenueDistance(x, z));
}

/** Distance in metres to the steps of the nearest gate, or to the trodden way that leads there. */
export function gateDistance(x: number, z: number): number {
  let away = Number.POSITIVE_INFINITY;
  for (const { x: gx, z: gz, yaw } of GATE_SPOTS) {
    const dx = x - gx;
    const dz = z - gz;
    if (Math.abs(dx) > 12 || Math.abs(dz) > 12) continue;
    const ahead = -dx * Math.sin(yaw) - dz * Math.cos(yaw);
    const aside = Math.abs(dx * Math.cos(yaw) - dz * Math.sin(yaw));
    away = Math.min(away, Math.hypot(dx, dz) - 3.1);
    if (ahead > 0 && ahead < 6) away = Math.min(away, aside - 1.5);
  }
  return away;
}

/** Writes the colour of the land at a place into `out`: by island, height, slope, noise and distance to the ways. */
export function landColour(x: number, y: number, z: number, level: number, out: Color): Color {
  const broad = valueNoise(x / 23, z / 23, 41);
  const fine = valueNoise(x / 4.3, z / 4.3, 42);
  const mood = smoothstep(0.3, 0.72, broad * 0.75 + fine * 0.25);
  const { low, mid, high, shore } = GROUNDS[isleAt(x, z).isle?.character ?? 'wild'];
  out.lerpColors(low, mid, mood);
  out.lerp(high, smoothstep(0.55, 0.85, broad * 0.6 + fine * 0.4) * 0.75);
  out.lerp(high, smoothstep(7, 15, y) * 0.5);
  const sandy = smoothstep(1.75, 1.05, y + (fine - 0.5) * 0.7);
  out.lerp(shore, sandy);
  const trodden = Math.min(gateDistance(x, z), pavingDistance(x, z) - 0.3);
  out.lerp(PALETTE.path, smoothstep(0.9, -0.3, trodden + (fine - 0.5) * 1.1) * 0.85);
  const steep = smoothstep(0.86, 0.76, level + (fine - 0.5) * 0.05);
  if (steep > 0) {
    out.lerp(PALETTE.rock, steep);
    out.lerp(PALETTE.rockDark, steep * smoothstep(0.4, 0.7, fine) * 0.6);
  }
  out.lerp(PALETTE.snow, smoothstep(15.5, 17.5, y + fine * 2) * level);
  out.lerp(PALETTE.seabed, smoothstep(-0.2, -2.5, y) * 0.8);
  return out;
}

/** Builds the mesh from the grid, yielding between slices; position, normal and color, three vertices a face. */
export async function buildLand(grid: LandGrid, slices: Slices): Promise<BufferGeometry> {
  const { quads } = grid;
  const points = jitter(grid);
  const positions = new Float32Array(quads * quads * 18);
  const normals = new Float32Array(positions.length);
  const colours = new Float32Array(positions.length);
  const colour = new Color();
  let at = 0;
  const face = (ia: number, ib: number, ic: number) => {
    const ax = points[ia * 3] ?? 0;
    const ay = points[ia * 3 + 1] ?? 0;
    const az = points[ia * 3 + 2] ?? 0;
    const bx = points[ib * 3] ?? 0;
    const by = points[ib * 3 + 1] ?? 0;
    const bz = points[ib * 3 + 2] ?? 0;
    const cx = points[ic * 3] ?? 0;
    const cy = points[ic * 3 + 1] ?? 0;
    const cz = points[ic * 3 + 2] ?? 0;
    if (ay < -4.2 && by < -4.2 && cy < -4.2) return;
    const nx = (by - ay) * (cz - az) - (bz - az) * (cy - ay);
    const ny = (bz - az) * (cx - ax) - (bx - ax) * (cz - az);
    const nz = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
    const mx = (ax + bx + cx) / 3;
    const my = (ay + by + cy) / 3;
    const mz = (az + bz + cz) / 3;
    landColour(mx, my, mz, ny / length, colour).multiplyScalar(shadeAt(grid, mx, my, mz));
    positions.set([ax, ay, az, bx, by, bz, cx, cy, cz], at);
    for (let k = 0; k < 9; k += 3) {
      normals[at + k] = nx / length;
      normals[at + k + 1] = ny / length;
      normals[at + k + 2] = nz / length;
      colours[at + k] = colour.r;
      colours[at + k + 1] = colour.g;
      colours[at + k + 2] = colour.b;
    }
    at += 9;
  };
  const width = quads + 1;
  for (let row = 0; row < quads; row++) {
    for (let column = 0; column < quads; column++) {
      const corner = row * width + column;
      if (hash2(column, row, 5) & 1) {
        face(corner, corner + width, corner + 1);
        face(corner + 1, corner + width, corner + width + 1);
      } else {
        face(corner, corner + width, corner + width + 1);
        face(corner, corner + width + 1, corner + 1);
      }
    }
    await slices.breathe();
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions.slice(0, at), 3));
  geometry.setAttribute('normal', new BufferAttribute(normals.slice(0, at), 3));
  geometry.setAttribute('color', new BufferAttribute(colours.slice(0, at), 3));
  return geometry;
}

/** The grid's points, moved sideways by up to 0.45 m and set on the land again; (n, 3) metres. */
function jitter(grid: LandGrid): Float32Array {
  const { quads, step, heights } = grid;
  const points = new Float32Array((quads + 1) * (quads + 1) * 3);
  for (let row = 0; row <= quads; row++)
    for (let column = 0; column <= quads; column++) {
      const index = row * (quads + 1) + column;
      const x = LAND_MIDDLE.x + column * step - LAND_SPAN / 2 + (hash2(column, row, 6) / 4294967296 - 0.5) * 0.9;
      const z = LAND_MIDDLE.z + row * step - LAND_SPAN / 2 + (hash2(column, row, 7) / 4294967296 - 0.5) * 0.9;
      const inside = row > 0 && column > 0 && row < quads && column < quads;
      points[index * 3] = x;
      points[index * 3 + 1] = inside ? gridHeight(grid, x, z) : (heights[index] ?? 0);
      points[index * 3 + 2] = z;
    }
  return points;
}

/** Baked shade: darker where the surroundings at 2.4 m stand higher than the place itself. */
function shadeAt(grid: LandGrid, x: number, y: number, z: number): number {
  const reach = 2.4;
  const around =
    gridHeight(grid, x - reach, z) +
    gridHeight(grid, x + reach, z) +
    gridHeight(grid, x, z - reach) +
    gridHeight(grid, x, z + reach);
  return 1 - 0.34 * smoothstep(0, 1.4, around - 4 * y);
}
