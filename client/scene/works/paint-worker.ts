/** The worker that owns the ONNX runtime; the page starts it when the first picture is wanted. */

import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import * as ort from 'onnxruntime-web/wasm';
import { GENERATORS, load } from '#content/catalog.ts';
import { DimensionError, publicError } from '#shared/base/errors.ts';
import { fromHex } from '#shared/base/hash.ts';
import type { PaintAnswer, PaintRequest, Reply } from './messages.ts';
import { paintPicture } from './paint-picture.ts';

// One thread: this worker is that thread, and more would need headers that cut other sites off.
ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = { wasm: wasmUrl };

addEventListener('message', async (event: MessageEvent<PaintRequest>) => {
  const answer = await answerPaint(event.data);
  const reply: Reply<PaintAnswer> = { id: event.data.id, answer };
  postMessage(reply, { transfer: answer.kind === 'picture' ? [answer.rgba.buffer] : [] });
});

async function answerPaint(request: PaintRequest): Promise<PaintAnswer> {
  try {
    const generator = await load(GENERATORS, request.generator);
    const grown = generator.grow(fromHex(request.genome), 96);
    if (grown.kind !== 'picture') throw new DimensionError('picture.mesh', 'This work is not a picture.');
    return await paintPicture(ort, grown.onnx, request.size);
  } catch (error) {
    return { kind: 'refused', ...publicError(error) };
  }
}
