/** A grown mesh as one three.js Mesh: one geometry, one material, one draw call. */
import { BufferAttribute, BufferGeometry, Color, type Material, Mesh, SRGBColorSpace } from 'three';
import type { GrownMesh } from '#content/generators/generator.ts';
import { workMaterial } from './work-material.ts';

/** Attributes position, normal, color (linear float) and aSurface (0 matt, 1 gloss, 2 metal, 3 glow). */
function workGeometry(grown: GrownMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(grown.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(grown.normals, 3));
  geometry.setAttribute('color', new BufferAttribute(linearColours(grown.colours), 3));
  geometry.setAttribute('aSurface', new BufferAttribute(grown.surfaces, 1));
  geometry.setIndex(new BufferAttribute(indicesOf(grown), 1));
  geometry.computeBoundingSphere();
  return geometry;
}

/** Stands on y = 0 and faces −Z; casts and takes shadows. @param material shared by all works of a scene, or one of its own */
export function workObject(grown: GrownMesh, title: string, material: Material = workMaterial()): Mesh {
  const object = new Mesh(workGeometry(grown), material);
  object.name = title;
  object.castShadow = true;
  object.receiveShadow = true;
  return object;
}

function indicesOf(grown: GrownMesh): Uint16Array | Uint32Array {
  return grown.surfaces.length > 65_535 ? grown.indices : Uint16Array.from(grown.indices);
}

/** sRGB bytes as linear light 0 … 1. */
function linearColours(colours: Uint8Array): Float32Array {
  const table = Float32Array.from({ length: 256 }, (_, byte) => new Color().setRGB(byte / 255, 0, 0, SRGBColorSpace).r);
  return Float32Array.from(colours, (byte) => table[byte] ?? 0);
}
