/** Draws the ONNX graph of a picture with whichever runtime is handed in. */
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { DimensionError } from '#shared/base/errors.ts';
import type { Picture } from './messages.ts';

/** The part of onnxruntime-web that is needed, so that tests may run it in Node. */
export interface Runtime {
  readonly InferenceSession: { create(model: Uint8Array): Promise<InferenceSession> };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
}

/** Points a run; always the same, because rows of another batch size need not give the same bits. */
export const CHUNK = 16_384;
const MOST_SIZE = 1024;

/** @throws DimensionError `picture.size`, `picture.model` */
export async function paintPicture(runtime: Runtime, onnx: Uint8Array, size: number): Promise<Picture> {
  if (!Number.isInteger(size) || size < 1 || size > MOST_SIZE)
    throw new DimensionError('picture.size', `A picture is 1 to ${MOST_SIZE} pixels wide.`, { size });
  const session = await runtime.InferenceSession.create(onnx);
  try {
    const rgba = new Uint8ClampedArray(size * size * 4).fill(255);
    for (let first = 0; first < size * size; first += CHUNK) {
      const xyr = new runtime.Tensor('float32', pointsOf(size, first), [CHUNK, 3]);
      const { rgb } = await session.run({ xyr });
      if (!(rgb?.data instanceof Float32Array))
        throw new DimensionError('picture.model', 'The model of this picture gives no colours.');
      copyChunk(rgb.data, first, rgba);
    }
    return { kind: 'picture', width: size, height: size, rgba };
  } finally {
    await session.release();
  }
}

/** (CHUNK, 3) x, y and distance from the middle of the pixels from `first` on; −1 … 1, y up, rows from the top. */
export function pointsOf(size: number, first: number): Float32Array {
  const points = new Float32Array(CHUNK * 3);
  for (let at = 0; at < CHUNK; at++) {
    const pixel = Math.min(first + at, size * size - 1);
    const x = (((pixel % size) + 0.5) / size) * 2 - 1;
    const y = 1 - ((Math.floor(pixel / size) + 0.5) / size) * 2;
    points.set([x, y, Math.sqrt(x * x + y * y)], at * 3);
  }
  return points;
}

function copyChunk(rgb: Float32Array, first: number, rgba: Uint8ClampedArray): void {
  const pixels = Math.min(CHUNK, rgba.length / 4 - first);
  for (let at = 0; at < pixels; at++)
    for (let part = 0; part < 3; part++) rgba[(first + at) * 4 + part] = (rgb[at * 3 + part] ?? 0) * 255;
}
