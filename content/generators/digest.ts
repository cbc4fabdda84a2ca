/** The digest of what a genome grew into: taken before any simplification, from quantised numbers, the same in every engine. */
import { type Hash, sha256 } from '#shared/base/hash.ts';
import type { Grown } from './generator.ts';

/** Positions are hashed in 1/8192 m. */
const POSITION_STEPS = 8192;
/** Normals are hashed in 1/127. */
const NORMAL_STEPS = 127;

/** SHA-256 over counts, int32 positions, int8 normals, colours, surfaces and indices; or over the bytes of the ONNX model. */
export function grownDigest(grown: Grown): Hash {
  if (grown.kind === 'picture') return sha256(grown.onnx);
  const vertices = grown.positions.length / 3;
  const bytes = new Uint8Array(8 + vertices * (12 + 3 + 3 + 1) + grown.indices.length * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, vertices, true);
  view.setUint32(4, grown.indices.length, true);
  let at = 8;
  for (const value of grown.positions) {
    view.setInt32(at, Math.floor(value * POSITION_STEPS + 0.5), true);
    at += 4;
  }
  for (const value of grown.normals) view.setInt8(at++, Math.floor(value * NORMAL_STEPS + 0.5));
  bytes.set(grown.colours, at);
  at += grown.colours.length;
  bytes.set(grown.surfaces, at);
  at += grown.surfaces.length;
  for (const index of grown.indices) {
    view.setUint32(at, index, true);
    at += 4;
  }
  return sha256(bytes);
}
