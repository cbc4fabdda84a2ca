/** Writes a grown mesh as a small GLB: quantised, meshopt-compressed, one material a kind of surface. */
import { type Accessor, Document, type Material, NodeIO, type Primitive } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMaterialsUnlit, KHRMeshQuantization } from '@gltf-transform/extensions';
import { MeshoptEncoder } from 'meshoptimizer/encoder';
import type { GrownMesh } from '#content/generators/generator.ts';
import { simplify } from '#content/generators/simplify.ts';

/** Triangles a file keeps; enough that every work looks as it was grown and stays below 60 kB. */
const GLB_TRIANGLES = 6000;

/** Largest file in bytes. */
const GLB_BYTES = 60_000;
/** Steps that are thrown away so that the codec finds more to save: 14 bits of place, 12 of colour are more than one sees. */
interface Coarse {
  readonly position: number;
  readonly colour: number;
}

/** The bytes of a .glb below {@link GLB_BYTES}: if need be with fewer triangles and coarser steps. */
export async function writeGlb(grown: GrownMesh, title: string): Promise<Uint8Array> {
  let triangles = GLB_TRIANGLES;
  for (let coarse: Coarse = { position: 4, colour: 16 }; ; triangles = Math.floor(triangles * 0.8)) {
    const bytes = await packGlb(await simplify(grown, triangles), title, coarse);
    if (bytes.length <= GLB_BYTES || triangles < 1000) return bytes;
    coarse = { position: Math.min(16, coarse.position * 2), colour: Math.min(256, coarse.colour * 2) };
  }
}

async function packGlb(mesh: GrownMesh, title: string, coarse: Coarse): Promise<Uint8Array> {
  await MeshoptEncoder.ready;
  const document = new Document();
  document.getRoot().getAsset().generator = 'Autonomous Dimension';
  document.createExtension(KHRMeshQuantization).setRequired(true);
  const extent = mesh.positions.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3);
  const shape = document.createMesh(title);
  for (const surface of [0, 1, 2, 3])
    for (const primitive of primitiveOf(document, mesh, surface, extent, coarse)) shape.addPrimitive(primitive);
  const node = document.createNode(title).setMesh(shape).setScale([extent, extent, extent]);
  document.createScene(title).addChild(node);
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE });
  const io = new NodeIO()
    .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization, KHRMaterialsUnlit])
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder });
  return io.writeBinary(document);
}

/** The triangles of one surface as a primitive, or nothing when there are none. */
function primitiveOf(
  document: Document,
  mesh: GrownMesh,
  surface: number,
  extent: number,
  coarse: Coarse,
): Primitive[] {
  const corners = mesh.indices.filter((vertex) => mesh.surfaces[vertex] === surface);
  if (corners.length === 0) return [];
  const [remap, count] = MeshoptEncoder.reorderMesh(corners, true, true);
  const positions = new Int16Array(count * 3);
  const normals = new Int8Array(count * 3);
  const colours = new Uint16Array(count * 3);
  remap.forEach((to, from) => {
    if (to === 0xffffffff) return;
    for (let axis = 0; axis < 3; axis++) {
      positions[to * 3 + axis] = stepped(((mesh.positions[from * 3 + axis] ?? 0) / extent) * 32767, coarse.position);
      normals[to * 3 + axis] = Math.round((mesh.normals[from * 3 + axis] ?? 0) * 127);
      colours[to * 3 + axis] = stepped(linear((mesh.colours[from * 3 + axis] ?? 0) / 255) * 65535, coarse.colour);
    }
  });
  const buffer = document.getRoot().listBuffers()[0] ?? document.createBuffer();
  const accessor = (type: 'VEC3' | 'SCALAR', array: Parameters<Accessor['setArray']>[0]) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const indices = count > 65535 ? Uint32Array.from(corners) : Uint16Array.from(corners);
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', positions).setNormalized(true))
    .setAttribute('NORMAL', accessor('VEC3', normals).setNormalized(true))
    .setAttribute('COLOR_0', accessor('VEC3', colours).setNormalized(true))
    .setIndices(accessor('SCALAR', indices))
    .setMaterial(materialOf(document, surface));
  return [primitive];
}

/** Matt, glossy, metal, or light that needs no light. */
function materialOf(document: Document, surface: number): Material {
  const material = document.createMaterial(['matt', 'gloss', 'metal', 'glow'][surface] ?? 'matt');
  material.setRoughnessFactor([0.85, 0.25, 0.4, 1][surface] ?? 1).setMetallicFactor(surface === 2 ? 0.5 : 0);
  if (surface === 3)
    material.setExtension('KHR_materials_unlit', document.createExtension(KHRMaterialsUnlit).createUnlit());
  return material;
}

/** The multiple of `step` at or below a value, towards zero so that it stays in range. */
function stepped(value: number, step: number): number {
  return Math.trunc(value / step) * step;
}

/** Linear light of an sRGB value 0 … 1: glTF keeps vertex colours linear. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
