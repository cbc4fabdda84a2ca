/** Pictures: the ONNX form says exactly what the genome says, in any runtime. */
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from 'onnx-buf';
import * as ort from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHUNK, paintPicture, pointsOf } from '#client/scene/works/paint-picture.ts';
import { lookOf } from '#content/generators/cppn/look.ts';
import { painterOf } from '#content/generators/cppn/paint.ts';
import { cppn, PICTURE_FORM } from '#content/generators/cppn.ts';
import { decodeGenome } from '#content/genomes/genome.ts';
import { Rng } from '#shared/base/rng.ts';

function onnxOf(genome: Uint8Array): Uint8Array {
  const grown = cppn.grow(genome, 96);
  if (grown.kind !== 'picture') throw new Error('a picture generator must grow pictures');
  return grown.onnx;
}

beforeAll(() => {
  ort.env.wasm.numThreads = 1;
});

describe('a picture', () => {
  it('is the same in onnxruntime-web as in plain doubles, within 1e-5', async () => {
    for (let seed = 0; seed < 12; seed++) {
      const genome = cppn.random(new Rng(`parity ${seed}`));
      const paint = painterOf(lookOf(decodeGenome(genome, PICTURE_FORM)));
      const session = await ort.InferenceSession.create(onnxOf(genome));
      const points = pointsOf(64, 0).subarray(0, 4096 * 3);
      const { rgb } = await session.run({ xyr: new ort.Tensor('float32', points, [4096, 3]) });
      const own = new Float64Array(3);
      let worst = 0;
      for (let at = 0; at < 4096; at++) {
        paint(points[at * 3] ?? 0, points[at * 3 + 1] ?? 0, own);
        for (let part = 0; part < 3; part++)
          worst = Math.max(worst, Math.abs((own[part] ?? 0) - Number(rgb?.data[at * 3 + part])));
      }
      await session.release();
      expect(worst).toBeLessThanOrEqual(1e-5);
    }
  });

  it('is an ONNX model that another reader decodes and writes back byte for byte', () => {
    const bytes = onnxOf(cppn.random(new Rng('onnx form')));
    const model = fromBinary(ModelProtoSchema, bytes);
    expect(Number(model.irVersion)).toBe(8);
    expect(model.opsetImport.map(({ domain, version }) => [domain, Number(version)])).toEqual([['', 17]]);
    expect(model.graph?.input.map(({ name }) => name)).toEqual(['xyr']);
    expect(model.graph?.output.map(({ name }) => name)).toEqual(['rgb']);
    expect(toBinary(ModelProtoSchema, model)).toEqual(bytes);
  });

  it('fills a frame of any size: rows from the top, opaque, in more than one colour', async () => {
    const onnx = onnxOf(cppn.random(new Rng('frame')));
    const { width, height, rgba } = await paintPicture(ort, onnx, 150);
    expect([width, height, rgba.length]).toEqual([150, 150, 150 * 150 * 4]);
    expect(rgba.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
    const colours = new Set(Array.from({ length: 150 * 150 }, (_, at) => `${rgba.subarray(at * 4, at * 4 + 3)}`));
    expect(colours.size).toBeGreaterThan(50);
    const paint = painterOf(lookOf(decodeGenome(cppn.random(new Rng('frame')), PICTURE_FORM)));
    const own = new Float64Array(3);
    const points = pointsOf(150, CHUNK);
    paint(points[0] ?? 0, points[1] ?? 0, own);
    for (let part = 0; part < 3; part++)
      expect(Math.abs((rgba[CHUNK * 4 + part] ?? 0) - (own[part] ?? 0) * 255)).toBeLessThanOrEqual(1);
  });

  it('is refused when it would be too large', async () => {
    const onnx = onnxOf(cppn.random(new Rng('size')));
    await expect(paintPicture(ort, onnx, 100_000)).rejects.toMatchObject({ code: 'picture.size' });
  });
});
