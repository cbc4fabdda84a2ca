/** Trees and rocks over the islands: placed by character, noise, slope and height, instanced by kind and region. */
import { Color, type Group, InstancedMesh, Matrix4, Quaternion, Vector3 } from 'three';
import { type Character, isleAt } from '#content/world/archipelago.ts';
import { deckAt } from '#content/world/bridges.ts';
import { BOARD_SPOT, CORE, FRAME_SPOTS, FRONTIER, GARDENS, GATE_SPOTS, WORKSHOPS } from '#content/world/island.ts';
import { hash2, valueNoise } from '#content/world/noise.ts';
import { gridHeight, gridLevel, LAND_MIDDLE, LAND_SPAN, type LandGrid } from './land-grid.ts';
import { LEAVES } from './palette.ts';
import { PLANT_KINDS, type PlantKind, plantShape } from './plants.ts';
import type { Slices } from './slices.ts';
import { type SharedUniforms, surface } from './styl.ts';
import { pavingDistance } from './terrain-mesh.ts';

/** Metres between the candidates. */
const SPACING = 3.7;
/** Metres along the side of a region that is culled as one: an island, or a part of a large one. */
const REGION = 75;

type Plant = { readonly kind: PlantKind; readonly x: number; readonly z: number; readonly roll: number };

/** How densely an island is wooded, how many rocks lie about, and what grows below a share of the sorting noise. */
type Growth = {
  readonly wood: number;
  readonly rocks: number;
  readonly pine: number;
  readonly poplar: number;
};

const GROWTH: Readonly<Record<Character, Growth>> = {
  plaza: { wood: 1.5, rocks: 0.02, pine: 0.2, poplar: 0.08 },
  wild: { wood: 1.4, rocks: 0.02, pine: 0.24, poplar: 0.06 },
  gardens: { wood: 0.85, rocks: 0, pine: 0, poplar: 0.55 },
  workshops: { wood: 1.3, rocks: 0.03, pine: 0.55, poplar: 0 },
  frontier: { wood: 0.16, rocks: 0.16, pine: 0.9, poplar: 0 },
};

/** Plants the islands into `into`, yielding between slices; `share` 0…1 of what would stand. */
export async function plantIsland(
  into: Group,
  grid: LandGrid,
  shared: SharedUniforms,
  share: number,
  shadows: boolean,
  slices: Slices,
): Promise<void> {
  const regions = new Map<string, Plant[]>();
  const cells = Math.floor(LAND_SPAN / SPACING);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const plant = plantAt(grid, row, column, share);
      if (plant === null) continue;
      const key = `${plant.kind}/${Math.round(plant.x / REGION)}/${Math.round((plant.z - LAND_MIDDLE.z) / REGION)}`;
      const list = regions.get(key);
      if (list === undefined) regions.set(key, [plant]);
      else list.push(plant);
    }
    await slices.breathe();
    if (slices.cancelled) return;
  }
  const material = surface(shared, 'tree');
  for (const kind of PLANT_KINDS) {
    const shape = plantShape(kind);
    for (const [key, plants] of regions) {
      if (!key.startsWith(`${kind}/`)) continue;
      into.add(instances(grid, shape, material, plants, shadows));
      await slices.breathe();
      if (slices.cancelled) return;
    }
  }
}

function plantAt(grid: LandGrid, row: number, column: number, share: number): Plant | null {
  const unit = (seed: number) => hash2(column, row, seed) / 4294967296;
  const x = LAND_MIDDLE.x + (column + 0.15 + 0.7 * unit(61)) * SPACING - LAND_SPAN / 2;
  const z = LAND_MIDDLE.z + (row + 0.15 + 0.7 * unit(62)) * SPACING - LAND_SPAN / 2;
  const roll = hash2(column, row, 63);
  if (unit(64) > share) return null;
  const y = gridHeight(grid, x, z);
  if (y < 0.5) return y > -0.8 && unit(65) < 0.1 && deckAt(x, z, 3) < 0 ? { kind: 'rock', x, z, roll } : null;
  if (!isFree(x, z)) return null;
  if (y < 1.75) return unit(65) < 0.07 ? { kind: 'rock', x, z, roll } : null;
  if (gridLevel(grid, x, z) < 0.84) return unit(65) < 0.12 ? { kind: 'rock', x, z, roll } : null;
  const wood = valueNoise(x / 27, z / 27, 71);
  const growth = GROWTH[isleAt(x, z).isle?.character ?? 'wild'];
  const density = (0.1 + 1.5 * Math.max(0, wood - 0.28)) * growth.wood;
  if (unit(66) > density) return unit(65) < growth.rocks ? { kind: 'rock', x, z, roll } : null;
  // The noise is mostly near its middle: there stand the pines, then the poplars.
  const sort = valueNoise(x / 19, z / 19, 72) * 0.72 + unit(67) * 0.28 - 0.42;
  const near = Math.abs(sort - growth.pine / 2) < growth.pine / 2;
  const kind = near ? 'pine' : sort > 0 && sort < growth.pine + growth.poplar ? 'poplar' : 'round';
  return { kind: growth.pine > 0.1 && wood > 0.66 && sort > -0.12 && sort < 0.2 ? 'pine' : kind, x, z, roll };
}

/** Places where only what was planned stands: middle and radius in metres. */
const CLEARINGS: readonly { readonly x: number; readonly z: number; readonly radius: number }[] = [
  ...GARDENS.map(({ x, z, radius }) => ({ x, z, radius: radius + 2 })),
  { ...FRONTIER, radius: FRONTIER.radius + 0.5 },
  { ...WORKSHOPS, radius: WORKSHOPS.radius + 1 },
];

/** Keeps ways, bridges, gates, pictures and the view over the lagoon clear. */
function isFree(x: number, z: number): boolean {
  if (pavingDistance(x, z) < 3.2 || deckAt(x, z, 4) > 0) return false;
  for (const { x: cx, z: cz, radius } of CLEARINGS) if (Math.hypot(x - cx, z - cz) < radius) return false;
  if (z < 0 && z > CORE.z && Math.abs(x) < 15) return false;
  for (const spot of GATE_SPOTS) if (Math.hypot(x - spot.x, z - spot.z) < 5.2) return false;
  for (const spot of FRAME_SPOTS) if (Math.hypot(x - spot.x, z - spot.z) < 3) return false;
  return Math.hypot(x - BOARD_SPOT.x, z - BOARD_SPOT.z) > 5;
}

function instances(
  grid: LandGrid,
  shape: ReturnType<typeof plantShape>,
  material: ReturnType<typeof surface>,
  plants: readonly Plant[],
  shadows: boolean,
): InstancedMesh {
  const mesh = new InstancedMesh(shape, material, plants.length);
  const matrix = new Matrix4();
  const place = new Vector3();
  const turn = new Quaternion();
  const up = new Vector3(0, 1, 0);
  const scale = new Vector3();
  const colour = new Color();
  const white = new Color(0xffffff);
  for (const [index, { kind, x, z, roll }] of plants.entries()) {
    const unit = (seed: number) => hash2(roll & 0xffff, roll >>> 16, seed) / 4294967296;
    const size = kind === 'rock' ? 0.5 + unit(1) * unit(1) * 1.9 : 0.78 + unit(1) * 0.62;
    const tall = kind === 'rock' ? size : size * (0.9 + unit(2) * 0.3);
    turn.setFromAxisAngle(up, unit(3) * Math.PI * 2);
    const y = gridHeight(grid, x, z) - (kind === 'rock' ? 0.15 * size : 0.12);
    matrix.compose(place.set(x, y, z), turn, scale.set(size, tall, size));
    mesh.setMatrixAt(index, matrix);
    const tints = LEAVES[kind];
    colour.set(tints[Math.floor(unit(4) * unit(5) * tints.length * 1.3) % tints.length] ?? tints[0]);
    mesh.setColorAt(index, colour.lerp(white, (unit(6) - 0.35) * 0.12));
  }
  mesh.castShadow = shadows;
  mesh.receiveShadow = shadows;
  mesh.computeBoundingSphere();
  return mesh;
}
