/** Fewer triangles for the eye: only ever after hashing, for screens and files. */
import { MeshoptSimplifier } from 'meshoptimizer/simplifier';
import type { GrownMesh } from './generator.ts';

/** How much a wrong normal or colour counts beside a wrong place. */
const WEIGHTS = [0.25, 0.25, 0.25, 0.6, 0.6, 0.6];
/** Largest error, a share of the work's extent. */
const MOST_ERROR = 0.03;

/** The same work with about `triangles` triangles, or as it was when it already has no more. */
export async function simplify(mesh: GrownMesh, triangles: number): Promise<GrownMesh> {
  if (mesh.indices.length <= triangles * 3) return mesh;
  await MeshoptSimplifier.ready;
  const vertices = mesh.positions.length / 3;
  const attributes = new Float32Array(vertices * 6);
  for (let vertex = 0; vertex < vertices; vertex++)
    for (let part = 0; part < 3; part++) {
      attributes[vertex * 6 + part] = mesh.normals[vertex * 3 + part] ?? 0;
      attributes[vertex * 6 + 3 + part] = (mesh.colours[vertex * 3 + part] ?? 0) / 255;
    }
  const [indices] = MeshoptSimplifier.simplifyWithAttributes(
    mesh.indices.slice(),
    mesh.positions,
    3,
    attributes,
    6,
    WEIGHTS,
    null,
    triangles * 3,
    MOST_ERROR,
  );
  return withoutUnused(mesh, indices);
}

/** Keeps only the vertices that a triangle uses, in the order of their first use. */
function withoutUnused(mesh: GrownMesh, indices: Uint32Array): GrownMesh {
  const place = new Int32Array(mesh.surfaces.length).fill(-1);
  const kept: number[] = [];
  const renamed = indices.map((vertex) => {
    if ((place[vertex] ?? -1) < 0) {
      place[vertex] = kept.length;
      kept.push(vertex);
    }
    return place[vertex] ?? 0;
  });
  const three = <A extends Float32Array | Uint8Array>(from: A, into: A): A => {
    for (const [to, vertex] of kept.entries()) into.set(from.subarray(vertex * 3, vertex * 3 + 3), to * 3);
    return into;
  };
  return {
    ...mesh,
    positions: three(mesh.positions, new Float32Array(kept.length * 3)),
    normals: three(mesh.normals, new Float32Array(kept.length * 3)),
    colours: three(mesh.colours, new Uint8Array(kept.length * 3)),
    surfaces: Uint8Array.from(kept, (vertex) => mesh.surfaces[vertex] ?? 0),
    indices: renamed,
  };
}
