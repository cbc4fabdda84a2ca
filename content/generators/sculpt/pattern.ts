/** The CPPN of a genome as a pattern in space: three numbers for every point of a work. */
import type { Cppn } from '#content/genomes/cppn.ts';
import { compileCppn } from '#content/genomes/evaluate-cppn.ts';
import type { Vec3 } from '#shared/maths/vector.ts';
import type { Shell } from './shell.ts';

/** Mesh networks hear x, y, z and the distance from the axis, and say relief, pattern and tint. */
export const MESH_NETWORK = { inputs: 4, outputs: 3 } as const;

/** The pattern at a point. */
export interface Pattern {
  /** −1 … 1 each. */
  readonly relief: number;
  readonly stripe: number;
  readonly tint: number;
}

/** @param frequency how many features a metre; the same genome may be read coarsely or finely */
export function patternOf(network: Cppn, frequency: number): (at: Vec3) => Pattern {
  const run = compileCppn(network);
  const inputs = new Float64Array(4);
  const outputs = new Float64Array(3);
  return ([x, y, z]) => {
    inputs[0] = x * frequency;
    inputs[1] = y * frequency;
    inputs[2] = z * frequency;
    inputs[3] = Math.sqrt(x * x + z * z) * frequency;
    run(inputs, outputs);
    return { relief: outputs[0] ?? 0, stripe: outputs[1] ?? 0, tint: outputs[2] ?? 0 };
  };
}

/** Moves every point of a smooth closed shell along its normal and gives it new normals from its faces. */
export function displace(shell: Shell, by: (at: Vec3) => number): Shell {
  const positions = shell.positions.slice();
  for (let at = 0; at < positions.length; at += 3) {
    const point: Vec3 = [positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0];
    const amount = by(point);
    for (const axis of [0, 1, 2] as const)
      positions[at + axis] = point[axis] + (shell.normals[at + axis] ?? 0) * amount;
  }
  return { ...shell, positions, normals: faceNormals(positions, shell.indices) };
}

/** Area-weighted normals of an indexed surface. */
function faceNormals(positions: Float64Array, indices: Uint32Array): Float64Array {
  const normals = new Float64Array(positions.length);
  for (let face = 0; face < indices.length; face += 3) {
    const [a, b, c] = [(indices[face] ?? 0) * 3, (indices[face + 1] ?? 0) * 3, (indices[face + 2] ?? 0) * 3];
    const edge = (from: number, to: number, axis: number) =>
      (positions[to + axis] ?? 0) - (positions[from + axis] ?? 0);
    const nx = edge(a, b, 1) * edge(a, c, 2) - edge(a, b, 2) * edge(a, c, 1);
    const ny = edge(a, b, 2) * edge(a, c, 0) - edge(a, b, 0) * edge(a, c, 2);
    const nz = edge(a, b, 0) * edge(a, c, 1) - edge(a, b, 1) * edge(a, c, 0);
    for (const at of [a, b, c]) {
      normals[at] = (normals[at] ?? 0) + nx;
      normals[at + 1] = (normals[at + 1] ?? 0) + ny;
      normals[at + 2] = (normals[at + 2] ?? 0) + nz;
    }
  }
  for (let at = 0; at < normals.length; at += 3) {
    const [x, y, z] = [normals[at] ?? 0, normals[at + 1] ?? 0, normals[at + 2] ?? 0];
    const size = Math.sqrt(x * x + y * y + z * z) || 1;
    normals.set([x / size, y / size, z / size], at);
  }
  return normals;
}
