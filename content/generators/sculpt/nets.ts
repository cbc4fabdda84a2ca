/** Surface nets over the few 8³ blocks that the surface crosses (Gibson 1998), then each vertex pulled onto the surface. */

import type { Lab } from './colour.ts';
import { colourOf, distanceOf, type Field, type Shape } from './field.ts';
import type { Shell } from './shell.ts';

/** Cells along a block's edge. */
const BLOCK = 8;
/** Most cells along one axis; bounds memory for any genome. */
const MOST_CELLS = 160;
/** A block is kept when its centre is this many half-diagonals from the surface; ellipsoid distances are estimates. */
const CAUTION = 1.3;

/** How finely and how softly to extract. */
export interface NetOptions {
  /** Edge of a cell in metres. */
  readonly cell: number;
  /** Metres over which the colours of neighbouring shapes mix. */
  readonly softness: number;
  /** False samples the whole grid with all shapes: the plain method, kept as the yardstick. */
  readonly cull?: boolean;
}

/** The closed surface of a field as a shell. */
export function extractNets(field: Field, options: NetOptions): Shell {
  const grid = new Grid(field.shapes, options.cell);
  grid.sample(options.cull ?? true);
  grid.placeVertices();
  return finish(grid, options.softness);
}

/** Distances at corners and one vertex a crossed cell. */
class Grid {
  readonly cell: number;
  readonly #shapes: readonly Shape[];
  readonly #low: [number, number, number];
  /** Blocks, cells and corners along each axis. */
  readonly #blocks: [number, number, number];
  readonly #nx: number;
  readonly #ny: number;
  readonly #corners: Float64Array;
  readonly #vertexAt: Int32Array;
  readonly #positions: number[] = [];
  readonly #active: { readonly at: readonly [number, number, number]; readonly shapes: readonly Shape[] }[] = [];
  /** The first vertex of each active block, in order. */
  readonly #firstVertex: number[] = [];

  constructor(shapes: readonly Shape[], cell: number) {
    this.#shapes = shapes;
    const low: [number, number, number] = [1e9, 1e9, 1e9];
    const high: [number, number, number] = [-1e9, -1e9, -1e9];
    for (const { carve, centre, radius, blend } of shapes) {
      if (carve) continue;
      for (const axis of [0, 1, 2] as const) {
        low[axis] = Math.min(low[axis], centre[axis] - radius - blend / 3);
        high[axis] = Math.max(high[axis], centre[axis] + radius + blend / 3);
      }
    }
    const widest = Math.max(high[0] - low[0], high[1] - low[1], high[2] - low[2]);
    this.cell = Math.max(cell, widest / (MOST_CELLS - 3));
    const pad = this.cell * 1.5;
    this.#low = [low[0] - pad, low[1] - pad, low[2] - pad];
    const blocks = (axis: 0 | 1 | 2) => Math.ceil((high[axis] - low[axis] + 2 * pad) / this.cell / BLOCK);
    this.#blocks = [blocks(0), blocks(1), blocks(2)];
    this.#nx = this.#blocks[0] * BLOCK + 1;
    this.#ny = this.#blocks[1] * BLOCK + 1;
    const corners = this.#nx * this.#ny * (this.#blocks[2] * BLOCK + 1);
    this.#corners = new Float64Array(corners).fill(1e9);
    this.#vertexAt = new Int32Array(corners).fill(-1);
  }

  /** Measures the corners of every block the surface may cross, with only the shapes that matter there. */
  sample(cull: boolean): void {
    const half = (this.cell * BLOCK) / 2;
    const reach = half * Math.sqrt(3) * CAUTION;
    for (let bz = 0; bz < this.#blocks[2]; bz++)
      for (let by = 0; by < this.#blocks[1]; by++)
        for (let bx = 0; bx < this.#blocks[0]; bx++) {
          const x = this.#low[0] + bx * BLOCK * this.cell + half;
          const y = this.#low[1] + by * BLOCK * this.cell + half;
          const z = this.#low[2] + bz * BLOCK * this.cell + half;
          if (cull && Math.abs(distanceOf(this.#shapes, x, y, z)) > reach) continue;
          const shapes = cull ? nearShapes(this.#shapes, x, y, z, reach) : this.#shapes;
          this.#active.push({ at: [bx, by, bz], shapes });
          this.#fill(bx, by, bz, shapes);
        }
  }

  placeVertices(): void {
    const value = new Float64Array(8);
    this.#eachCell((i, j, k, block) => {
      if (block >= this.#firstVertex.length) this.#firstVertex.push(this.#positions.length / 3);
      let signs = 0;
      for (let corner = 0; corner < 8; corner++) {
        const d = this.#corner(i + (corner & 1), j + ((corner >> 1) & 1), k + (corner >> 2));
        value[corner] = d;
        if (d < 0) signs |= 1 << corner;
      }
      if (signs === 0 || signs === 255) return;
      this.#vertexAt[this.#at(i, j, k)] = this.#positions.length / 3;
      this.#pushVertex(i, j, k, value);
    });
  }

  vertices(): Float64Array {
    return Float64Array.from(this.#positions);
  }

  /** Two triangles for each grid edge the surface crosses, outside counter-clockwise. */
  faces(): Uint32Array {
    const out: number[] = [];
    const quad = (a: number, b: number, c: number, d: number, flip: boolean) => {
      if (a < 0 || b < 0 || c < 0 || d < 0) return;
      if (flip) out.push(a, c, b, a, d, c);
      else out.push(a, b, c, a, c, d);
    };
    const at = (i: number, j: number, k: number) =>
      i < 0 || j < 0 || k < 0 ? -1 : (this.#vertexAt[this.#at(i, j, k)] ?? -1);
    this.#eachCell((i, j, k) => {
      const inside = this.#corner(i, j, k) < 0;
      if (inside !== this.#corner(i + 1, j, k) < 0)
        quad(at(i, j - 1, k - 1), at(i, j, k - 1), at(i, j, k), at(i, j - 1, k), !inside);
      if (inside !== this.#corner(i, j + 1, k) < 0)
        quad(at(i - 1, j, k - 1), at(i - 1, j, k), at(i, j, k), at(i, j, k - 1), !inside);
      if (inside !== this.#corner(i, j, k + 1) < 0)
        quad(at(i - 1, j - 1, k), at(i, j - 1, k), at(i, j, k), at(i - 1, j, k), !inside);
    });
    return Uint32Array.from(out);
  }

  #fill(bx: number, by: number, bz: number, shapes: readonly Shape[]): void {
    const [lowX, lowY, lowZ] = this.#low;
    for (let k = bz * BLOCK; k <= (bz + 1) * BLOCK; k++)
      for (let j = by * BLOCK; j <= (by + 1) * BLOCK; j++)
        for (let i = bx * BLOCK; i <= (bx + 1) * BLOCK; i++) {
          const at = this.#at(i, j, k);
          // A corner shared with a block measured before keeps its value, so both see the same surface.
          if ((this.#corners[at] ?? 0) !== 1e9) continue;
          this.#corners[at] = distanceOf(shapes, lowX + i * this.cell, lowY + j * this.cell, lowZ + k * this.cell);
        }
  }

  /** The mean of the points where the surface crosses the cell's twelve edges. */
  #pushVertex(i: number, j: number, k: number, value: Float64Array): void {
    let [x, y, z, count] = [0, 0, 0, 0];
    for (let corner = 0; corner < 8; corner++)
      for (const bit of [1, 2, 4]) {
        if ((corner & bit) !== 0) continue;
        const a = value[corner] ?? 0;
        const b = value[corner | bit] ?? 0;
        if (a < 0 === b < 0) continue;
        const t = a / (a - b);
        x += (corner & 1) + (bit === 1 ? t : 0);
        y += ((corner >> 1) & 1) + (bit === 2 ? t : 0);
        z += (corner >> 2) + (bit === 4 ? t : 0);
        count++;
      }
    this.#positions.push(
      this.#low[0] + (i + x / count) * this.cell,
      this.#low[1] + (j + y / count) * this.cell,
      this.#low[2] + (k + z / count) * this.cell,
    );
  }

  /** The shapes that matter to each vertex: those of its block. */
  eachVertex(visit: (vertex: number, shapes: readonly Shape[]) => void): void {
    this.#active.forEach(({ shapes }, block) => {
      const end = this.#firstVertex[block + 1] ?? this.#positions.length / 3;
      for (let vertex = this.#firstVertex[block] ?? end; vertex < end; vertex++) visit(vertex, shapes);
    });
  }

  #eachCell(visit: (i: number, j: number, k: number, block: number) => void): void {
    for (const [
      block,
      {
        at: [bx, by, bz],
      },
    ] of this.#active.entries())
      for (let k = bz * BLOCK; k < (bz + 1) * BLOCK; k++)
        for (let j = by * BLOCK; j < (by + 1) * BLOCK; j++)
          for (let i = bx * BLOCK; i < (bx + 1) * BLOCK; i++) visit(i, j, k, block);
  }

  #at(i: number, j: number, k: number): number {
    return (k * this.#ny + j) * this.#nx + i;
  }

  #corner(i: number, j: number, k: number): number {
    return this.#corners[this.#at(i, j, k)] ?? 1e9;
  }
}

/** The shapes that can change the field's value within `reach` of a point. */
function nearShapes(shapes: readonly Shape[], x: number, y: number, z: number, reach: number): readonly Shape[] {
  let nearest = 1e9;
  for (const shape of shapes) if (!shape.carve) nearest = Math.min(nearest, shape.distance(x, y, z));
  return shapes.filter((shape) => {
    const limit = shape.carve ? reach : nearest + 2 * reach;
    return shape.distance(x, y, z) < limit + 1.25 * shape.blend;
  });
}

/** Pulls vertices onto the surface and gives normals from the field and colours from the shapes. */
function finish(grid: Grid, softness: number): Shell {
  const positions = grid.vertices();
  const normals = new Float64Array(positions.length);
  const base: Lab[] = [];
  const e = grid.cell * 0.25;
  const furthest = grid.cell / 2;
  grid.eachVertex((vertex, shapes) => {
    const at = vertex * 3;
    const x = positions[at] ?? 0;
    const y = positions[at + 1] ?? 0;
    const z = positions[at + 2] ?? 0;
    const a = distanceOf(shapes, x + e, y - e, z - e);
    const b = distanceOf(shapes, x - e, y - e, z + e);
    const c = distanceOf(shapes, x - e, y + e, z - e);
    const d = distanceOf(shapes, x + e, y + e, z + e);
    const gx = a - b - c + d;
    const gy = c + d - a - b;
    const gz = b + d - a - c;
    const size = Math.sqrt(gx * gx + gy * gy + gz * gz) || 1;
    const pull = Math.min(furthest, Math.max(-furthest, distanceOf(shapes, x, y, z)));
    const normal = [gx / size, gy / size, gz / size] as const;
    for (const axis of [0, 1, 2] as const) {
      normals[at + axis] = normal[axis];
      positions[at + axis] = (positions[at + axis] ?? 0) - normal[axis] * pull;
    }
    base.push(colourOf(shapes, x, y, z, softness));
  });
  return { positions, normals, indices: grid.faces(), uv: new Float64Array((positions.length / 3) * 2), base };
}
