/** What every generator is: code that grows a work from a genome, the same everywhere. */
import type { Rng } from '#shared/base/rng.ts';

/** A mesh ready to be drawn: quantised when hashed, flat arrays, metres. */
export interface GrownMesh {
  readonly kind: 'mesh';
  /** (n, 3) float32 metres, Y up, standing on y = 0. */
  readonly positions: Float32Array;
  /** (n, 3) float32 unit normals. */
  readonly normals: Float32Array;
  /** (n, 3) uint8 sRGB. */
  readonly colours: Uint8Array;
  /** (n) uint8: 0 matt, 1 glossy, 2 metal, 3 glowing. */
  readonly surfaces: Uint8Array;
  /** (m, 3) triangle corners. */
  readonly indices: Uint32Array;
  /** Height in metres. */
  readonly height: number;
}

/** A picture as a function: the browser and the chain draw it from the same genome. */
interface GrownPicture {
  readonly kind: 'picture';
  /** A CPPN as an ONNX model (opset 17, input `xyr` [n, 3], output `rgb` [n, 3] in 0 … 1). */
  readonly onnx: Uint8Array;
}

/** What a genome grows into. */
export type Grown = GrownMesh | GrownPicture;

/** A generator: genome → work. */
export interface Generator {
  readonly id: string;
  readonly version: number;
  /** Plain words for cards: "flower". */
  readonly title: string;
  readonly medium: 'mesh' | 'picture';
  /** Longest and shortest genome it accepts, bytes. */
  readonly genomeBytes: { readonly min: number; readonly max: number };
  /** @throws DimensionError `genome.*` for a genome of the wrong length, version or structure */
  check(genome: Uint8Array): void;
  random(rng: Rng): Uint8Array;
  mutate(genome: Uint8Array, rng: Rng): Uint8Array;
  cross(a: Uint8Array, b: Uint8Array, rng: Rng): Uint8Array;
  /** @param resolution cells along the longest side for meshes (96 is the standard) */
  grow(genome: Uint8Array, resolution: number): Grown;
  /** A short name for this very genome ("amber crooked lantern"). */
  name(genome: Uint8Array): string;
}
