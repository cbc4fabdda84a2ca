/** The islands' heights sampled once on a grid, in slices, for the mesh, the plants and the water's depth texture. */
import { landAt } from '#content/world/terrain.ts';
import type { Slices } from './slices.ts';

/** Metres along the side of the sampled square. */
export const LAND_SPAN = 300;
/** The middle of the sampled square, metres from the plaza's. */
export const LAND_MIDDLE = { x: -2, z: 14 } as const;
const LEFT = LAND_MIDDLE.x - LAND_SPAN / 2;
const BACK = LAND_MIDDLE.z - LAND_SPAN / 2;

/** Heights in metres at (n+1)² points of the sampled square, row by row from −X −Z. */
export type LandGrid = { readonly quads: number; readonly step: number; readonly heights: Float32Array };

/** Samples the land, yielding between slices. */
export async function sampleLand(quads: number, slices: Slices): Promise<LandGrid> {
  const heights = new Float32Array((quads + 1) * (quads + 1));
  const step = LAND_SPAN / quads;
  for (let row = 0; row <= quads; row++) {
    for (let column = 0; column <= quads; column++)
      heights[row * (quads + 1) + column] = landAt(LEFT + column * step, BACK + row * step);
    await slices.breathe();
  }
  return { quads, step, heights };
}

/** Height in metres between the samples (bilinear); the sea floor outside. */
export function gridHeight(grid: LandGrid, x: number, z: number): number {
  const { quads, step, heights } = grid;
  const u = (x - LEFT) / step;
  const v = (z - BACK) / step;
  if (u < 0 || v < 0 || u >= quads || v >= quads) return -5;
  const column = Math.floor(u);
  const row = Math.floor(v);
  const at = row * (quads + 1) + column;
  const a = heights[at] ?? 0;
  const b = heights[at + 1] ?? 0;
  const c = heights[at + quads + 1] ?? 0;
  const d = heights[at + quads + 2] ?? 0;
  const top = a + (b - a) * (u - column);
  return top + (c + (d - c) * (u - column) - top) * (v - row);
}

/** Upness of the land's normal at (x, z), 1 when level, from differences over two metres. */
export function gridLevel(grid: LandGrid, x: number, z: number): number {
  const dx = (gridHeight(grid, x + 1, z) - gridHeight(grid, x - 1, z)) / 2;
  const dz = (gridHeight(grid, x, z + 1) - gridHeight(grid, x, z - 1)) / 2;
  return 1 / Math.sqrt(1 + dx * dx + dz * dz);
}
