/** Puts painted shells together into one work: copies, colours, surfaces, standing on y = 0 within bounds. */
import type { GrownMesh } from '#content/generators/generator.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import { type Lab, srgbBytes } from './colour.ts';
import { type Frame, outward, smoothstep, turned, upright } from './frame.ts';
import type { Shell } from './shell.ts';

/** How a part takes light: the numbers of GrownMesh.surfaces. */
const SURFACE = { matt: 0, gloss: 1, metal: 2, glow: 3 } as const;
/** How one part takes light. */
export type Surface = keyof typeof SURFACE;

/** What a painter sees of a point, in the part's own coordinates. */
interface PaintPoint {
  readonly at: Vec3;
  readonly normal: Vec3;
  /** Place along and across, 0 … 1, for shells that have one. */
  readonly u: number;
  readonly v: number;
  /** The colour blended from the shapes of a field; mid grey otherwise. */
  readonly base: Lab;
  /** Which copy, from 0. */
  readonly copy: number;
}

/** The colour of a point. */
export type Paint = (point: PaintPoint) => Lab;

interface Part {
  readonly shell: Shell;
  readonly surface: Surface;
  readonly paint: Paint;
  readonly copies: readonly Frame[];
}

/** Widest a work may be and highest it may stand, metres; a plan that grows further is scaled down. */
export const EXTENT = { width: 2.4, height: 2.6 } as const;
/** Most vertices of a work; a plan beyond it is a fault of the generator. */
export const MOST_VERTICES = 60_000;

const GREY: Lab = [0.6, 0, 0];

/** A work in the making. */
export class Sculpture {
  readonly #parts: Part[] = [];

  /** Adds a shell once for each frame (once where it is when there are none). */
  add(shell: Shell, surface: Surface, paint: Paint | Lab, copies: readonly Frame[] = [upright([0, 0, 0])]): this {
    const painter = typeof paint === 'function' ? paint : () => paint;
    this.#parts.push({ shell, surface, paint: painter, copies });
    return this;
  }

  /** @throws DimensionError `generator.too-big` */
  finish(): GrownMesh {
    const vertices = this.#parts.reduce(
      (sum, { shell, copies }) => sum + (shell.positions.length / 3) * copies.length,
      0,
    );
    const corners = this.#parts.reduce((sum, { shell, copies }) => sum + shell.indices.length * copies.length, 0);
    if (vertices > MOST_VERTICES)
      throw new DimensionError('generator.too-big', 'This plan has more points than a work may have.', { vertices });
    const positions = new Float64Array(vertices * 3);
    const normals = new Float64Array(vertices * 3);
    const colours: Lab[] = [];
    const surfaces = new Uint8Array(vertices);
    const indices = new Uint32Array(corners);
    let vertex = 0;
    let corner = 0;
    for (const part of this.#parts)
      for (const [copy, frame] of part.copies.entries()) {
        surfaces.fill(SURFACE[part.surface], vertex, vertex + part.shell.positions.length / 3);
        for (const index of part.shell.indices) indices[corner++] = vertex + index;
        vertex = writeCopy(part, frame, copy, vertex, positions, normals, colours);
      }
    const height = settle(positions);
    return {
      kind: 'mesh',
      positions: Float32Array.from(positions),
      normals: Float32Array.from(normals),
      colours: bakeColours(colours, positions, normals, surfaces, height),
      surfaces,
      indices,
      height,
    };
  }
}

/** Writes the points of one copy; returns the next free vertex. */
function writeCopy(
  part: Part,
  frame: Frame,
  copy: number,
  from: number,
  positions: Float64Array,
  normals: Float64Array,
  colours: Lab[],
): number {
  const { shell, paint } = part;
  const count = shell.positions.length / 3;
  for (let i = 0; i < count; i++) {
    const at = triple(shell.positions, i);
    const normal = triple(shell.normals, i);
    positions.set(outward(frame, at), (from + i) * 3);
    normals.set(turned(frame, normal), (from + i) * 3);
    const [u, v] = [shell.uv[i * 2] ?? 0, shell.uv[i * 2 + 1] ?? 0];
    colours.push(paint({ at, normal, u, v, base: shell.base?.[i] ?? GREY, copy }));
  }
  return from + count;
}

/** Scales into the bounds, centres on x and z by the foot, stands on y = 0; returns the height. */
function settle(positions: Float64Array): number {
  const low = [1e9, 1e9, 1e9];
  const high = [-1e9, -1e9, -1e9];
  positions.forEach((value, at) => {
    low[at % 3] = Math.min(low[at % 3] ?? value, value);
    high[at % 3] = Math.max(high[at % 3] ?? value, value);
  });
  const size = (axis: number) => (high[axis] ?? 0) - (low[axis] ?? 0);
  const reach = Math.max(Math.abs(low[0] ?? 0), high[0] ?? 0, Math.abs(low[2] ?? 0), high[2] ?? 0) * 2;
  const by = Math.min(1, EXTENT.width / reach, EXTENT.height / size(1));
  const floor = low[1] ?? 0;
  for (let at = 0; at < positions.length; at++)
    positions[at] = ((positions[at] ?? 0) - (at % 3 === 1 ? floor : 0)) * by;
  return size(1) * by;
}

/** Bytes of colour, with a little shade baked in below and near the ground so that flat light still shows form. */
function bakeColours(
  colours: readonly Lab[],
  positions: Float64Array,
  normals: Float64Array,
  surfaces: Uint8Array,
  height: number,
): Uint8Array {
  const out = new Uint8Array(colours.length * 3);
  colours.forEach((colour, i) => {
    const isGlow = surfaces[i] === SURFACE.glow;
    const ground = 0.9 + 0.1 * smoothstep(0, 0.3 * height, positions[i * 3 + 1] ?? 0);
    const below = 0.95 + 0.05 * (normals[i * 3 + 1] ?? 0);
    const light = isGlow ? below + 0.05 : ground * below;
    out.set(srgbBytes([colour[0] * light, colour[1], colour[2]]), i * 3);
  });
  return out;
}

function triple(values: Float64Array, index: number): Vec3 {
  return [values[index * 3] ?? 0, values[index * 3 + 1] ?? 0, values[index * 3 + 2] ?? 0];
}
