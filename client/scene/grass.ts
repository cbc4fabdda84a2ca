/** Grass on the islands people walk on: tufts island by island, coloured like the ground they stand on. */
import {
  type BufferGeometry,
  Color,
  type Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type Material,
  Mesh,
  Sphere,
  Vector3,
} from 'three';
import { PLAZA_HEIGHT, WORKSHOPS } from '#content/world/island.ts';
import { hash2, valueNoise } from '#content/world/noise.ts';
import { gridHeight, gridLevel, type LandGrid } from './land-grid.ts';
import { FLOWERS } from './palette.ts';
import { flowerShape, tuftShape } from './plants.ts';
import type { Slices } from './slices.ts';
import { type SharedUniforms, surface } from './styl.ts';
import { gateDistance, landColour, pavingDistance } from './terrain-mesh.ts';

/** Where tufts stand: a round of meadow, which part of all tufts it has and which of those bear flowers. Culled as one. */
const MEADOWS: readonly {
  readonly x: number;
  readonly z: number;
  readonly radius: number;
  readonly share: number;
  readonly flowers: number;
}[] = [
  { x: 0, z: -16, radius: 30, share: 0.22, flowers: 0.1 },
  { x: -20, z: 22, radius: 25, share: 0.17, flowers: 0.1 },
  { x: 20, z: 22, radius: 25, share: 0.17, flowers: 0.1 },
  { x: 54, z: 0, radius: 27, share: 0.18, flowers: 0.42 },
  { x: -54, z: 0, radius: 27, share: 0.18, flowers: 0.42 },
  { x: WORKSHOPS.x, z: WORKSHOPS.z, radius: 28, share: 0.08, flowers: 0.05 },
];

type Sector = { readonly roots: number[]; readonly tints: number[] };

/** Sows `tufts` tufts into `into`, yielding between slices. */
export async function sowGrass(
  into: Group,
  grid: LandGrid,
  shared: SharedUniforms,
  tufts: number,
  shadows: boolean,
  slices: Slices,
): Promise<void> {
  if (tufts === 0) return;
  const material = surface(shared, 'grass');
  const shape = tuftShape();
  const flowers: Sector = { roots: [], tints: [] };
  for (const [index, meadow] of MEADOWS.entries()) {
    const sector: Sector = { roots: [], tints: [] };
    const wanted = Math.round(tufts * meadow.share);
    for (let tried = 0; sector.roots.length < wanted * 4 && tried < wanted * 6; tried++) {
      sow(grid, meadow, index * 100_000 + tried, sector, flowers);
      if (tried % 128 === 0) await slices.breathe();
      if (slices.cancelled) return;
    }
    into.add(sown(sector, shape, material, shadows));
  }
  into.add(sown(flowers, flowerShape(), material, shadows));
}

function sown(sector: Sector, shape: BufferGeometry, material: Material, shadows: boolean): Mesh {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', shape.getAttribute('position'));
  geometry.setAttribute('normal', shape.getAttribute('normal'));
  geometry.setAttribute('aRoot', new InstancedBufferAttribute(new Float32Array(sector.roots), 4));
  geometry.setAttribute('aTint', new InstancedBufferAttribute(new Float32Array(sector.tints), 4));
  geometry.instanceCount = sector.roots.length / 4;
  geometry.boundingSphere = boundsOf(sector.roots);
  const mesh = new Mesh(geometry, material);
  mesh.receiveShadow = shadows;
  return mesh;
}

const COLOUR = new Color();

function sow(grid: LandGrid, meadow: (typeof MEADOWS)[number], index: number, sector: Sector, flowers: Sector): void {
  const unit = (seed: number) => hash2(index, seed, 81) / 4294967296;
  const angle = unit(1) * Math.PI * 2;
  const radius = meadow.radius * Math.sqrt(unit(2));
  const x = meadow.x + Math.sin(angle) * radius;
  const z = meadow.z + Math.cos(angle) * radius;
  if (pavingDistance(x, z) < 0.25 || gateDistance(x, z) < 0.4) return;
  if (Math.hypot(x - WORKSHOPS.x, z - WORKSHOPS.z) < WORKSHOPS.radius - 1) return;
  const y = gridHeight(grid, x, z);
  const level = gridLevel(grid, x, z);
  if (y < 1.72 || y > 12 || level < 0.86) return;
  if (valueNoise(x / 7, z / 7, 82) < 0.24) return;
  landColour(x, y, z, level, COLOUR);
  sector.roots.push(x, y - 0.03, z, unit(3) * Math.PI * 2);
  sector.tints.push(COLOUR.r, COLOUR.g, COLOUR.b, 0.6 + unit(4) * 0.75);
  if (unit(5) < meadow.flowers && valueNoise(x / 9, z / 9, 83) > 0.45) {
    COLOUR.set(FLOWERS[Math.floor(valueNoise(x / 5, z / 5, 84) * 0.999 * FLOWERS.length)] ?? FLOWERS[0]);
    flowers.roots.push(x, y - 0.05, z, unit(6) * Math.PI * 2);
    flowers.tints.push(COLOUR.r * 0.9, COLOUR.g * 0.9, COLOUR.b * 0.9, 0.75 + unit(7) * 0.6);
  }
}

function boundsOf(roots: readonly number[]): Sphere {
  const sphere = new Sphere(new Vector3(0, PLAZA_HEIGHT, 0), 0);
  let far = 0;
  let x = 0;
  let z = 0;
  const count = Math.max(1, roots.length / 4);
  for (let i = 0; i < roots.length; i += 4) {
    x += (roots[i] ?? 0) / count;
    z += (roots[i + 2] ?? 0) / count;
  }
  sphere.center.set(x, PLAZA_HEIGHT, z);
  for (let i = 0; i < roots.length; i += 4)
    far = Math.max(far, Math.hypot((roots[i] ?? 0) - x, (roots[i + 1] ?? 0) - PLAZA_HEIGHT, (roots[i + 2] ?? 0) - z));
  sphere.radius = far + 1;
  return sphere;
}
