/** A surface without colour yet: points, normals, triangles, and what a painter may want to know of each point. */

import { dot, length, type Vec3 } from '#shared/maths/vector.ts';
import type { Lab } from './colour.ts';

/** Flat arrays in metres; closed surfaces unless said otherwise, corners counter-clockwise from outside. */
export interface Shell {
  /** (n, 3) metres. */
  readonly positions: Float64Array;
  /** (n, 3) unit. */
  readonly normals: Float64Array;
  /** (m, 3) corners. */
  readonly indices: Uint32Array;
  /** (n, 2) 0 … 1 along and across, where the maker has such a thing; else zeros. */
  readonly uv: Float64Array;
  /** (n) the blended colour of the shapes nearby, for fields alone. */
  readonly base?: readonly Lab[];
}

/** Points and faces before normals are known. */
export interface RawShell {
  readonly points: readonly Vec3[];
  readonly faces: readonly (readonly [number, number, number])[];
  readonly uv?: readonly (readonly [number, number])[];
}

/**
 * Gives normals: faces that meet at less than the crease angle share a smooth normal, others get a crisp edge.
 * @param creaseCosine cosine of the crease angle: 1 makes every face flat, 0.7 smooths what is nearly flat
 */
export function shadeShell(raw: RawShell, creaseCosine: number): Shell {
  const { points } = raw;
  const faces = raw.faces.filter((face) => !isFlat(points, face));
  const areaNormals = faces.map((face) => faceNormal(points, face));
  const units = areaNormals.map((normal) => {
    const size = length(normal);
    return [normal[0] / size, normal[1] / size, normal[2] / size] as const;
  });
  const around: number[][] = points.map(() => []);
  faces.forEach((face, at) => {
    for (const corner of face) around[corner]?.push(at);
  });
  const out = new ShellWriter();
  faces.forEach((face, at) => {
    const own = units[at] ?? [0, 1, 0];
    for (const corner of face) {
      let sum: Vec3 = [0, 0, 0];
      for (const other of around[corner] ?? []) {
        if (other !== at && dot(own, units[other] ?? [0, 1, 0]) < creaseCosine) continue;
        const n = areaNormals[other] ?? [0, 0, 0];
        sum = [sum[0] + n[0], sum[1] + n[1], sum[2] + n[2]];
      }
      out.corner(corner, points[corner] ?? [0, 0, 0], sum, raw.uv?.[corner] ?? [0, 0]);
    }
  });
  return out.finish();
}

/** The cross product of two edges: twice the area long. */
function faceNormal(points: readonly Vec3[], face: readonly [number, number, number]): Vec3 {
  const [a, b, c] = [points[face[0]], points[face[1]], points[face[2]]];
  if (a === undefined || b === undefined || c === undefined) return [0, 0, 0];
  const ux = b[0] - a[0];
  const uy = b[1] - a[1];
  const uz = b[2] - a[2];
  const vx = c[0] - a[0];
  const vy = c[1] - a[1];
  const vz = c[2] - a[2];
  return [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
}

function isFlat(points: readonly Vec3[], face: readonly [number, number, number]): boolean {
  return length(faceNormal(points, face)) < 1e-12;
}

/** Collects corners; corners of one point with the same normal become one vertex. */
class ShellWriter {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #uv: number[] = [];
  readonly #indices: number[] = [];
  readonly #seen = new Map<number, number[]>();

  corner(point: number, at: Vec3, normal: Vec3, uv: readonly [number, number]): void {
    const size = length(normal) || 1;
    const n: Vec3 = [normal[0] / size, normal[1] / size, normal[2] / size];
    const known = this.#seen.get(point) ?? [];
    for (const vertex of known) if (this.#matches(vertex, n)) return void this.#indices.push(vertex);
    const vertex = this.#positions.length / 3;
    this.#positions.push(...at);
    this.#normals.push(...n);
    this.#uv.push(...uv);
    this.#indices.push(vertex);
    known.push(vertex);
    this.#seen.set(point, known);
  }

  finish(): Shell {
    return {
      positions: Float64Array.from(this.#positions),
      normals: Float64Array.from(this.#normals),
      uv: Float64Array.from(this.#uv),
      indices: Uint32Array.from(this.#indices),
    };
  }

  #matches(vertex: number, n: Vec3): boolean {
    const x = this.#normals[vertex * 3] ?? 0;
    const y = this.#normals[vertex * 3 + 1] ?? 0;
    const z = this.#normals[vertex * 3 + 2] ?? 0;
    return x * n[0] + y * n[1] + z * n[2] > 0.99999;
  }
}
