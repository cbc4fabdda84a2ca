/** `dimension mesh`: a small valid GLB for a genome, one sentence for anything else. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeIO } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMaterialsUnlit, KHRMeshQuantization } from '@gltf-transform/extensions';
import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GENERATORS, load } from '#content/catalog.ts';
import { mesh } from '#server/cli/mesh.ts';
import { toHex } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import { scratchFolder } from '#test/support/scratch.ts';

let said = '';

beforeEach(() => {
  said = '';
  const listen = (text: unknown) => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(listen);
  vi.spyOn(process.stdout, 'write').mockImplementation(listen);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('dimension mesh', () => {
  it('writes a GLB of at most 60 kB that a reader decodes, for every mesh generator', async () => {
    const folder = await scratchFolder();
    await MeshoptDecoder.ready;
    const io = new NodeIO()
      .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization, KHRMaterialsUnlit])
      .registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
    for (const id of Object.keys(GENERATORS)) {
      const generator = await load(GENERATORS, id);
      if (generator.medium !== 'mesh') continue;
      const file = join(folder, `${id}.glb`);
      said = '';
      expect(await mesh([toHex(generator.random(new Rng('glb'))), '--out', file, '--json'])).toBe(0);
      const facts = JSON.parse(said);
      expect(facts).toMatchObject({ ok: true, generator: id, bytes: (await stat(file)).size });
      expect(facts.bytes).toBeLessThanOrEqual(60_000);
      const document = await io.readBinary(await readFile(file));
      const scene = document.getRoot().listScenes()[0];
      const triangles = document
        .getRoot()
        .listMeshes()
        .flatMap((part) => part.listPrimitives())
        .reduce((sum, part) => sum + (part.getIndices()?.getCount() ?? 0) / 3, 0);
      expect(triangles).toBeGreaterThan(200);
      expect(scene?.listChildren()).toHaveLength(1);
    }
  });

  it('refuses with exit code 2 and one sentence', async () => {
    const picture = toHex((await load(GENERATORS, 'cppn')).random(new Rng('glb')));
    const flower = toHex((await load(GENERATORS, 'flower')).random(new Rng('glb')));
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /Use it like this/],
      [['0102'], /Use it like this/],
      [['--nonsense'], /Use it like this/],
      [['xyz', '--out', 'a.glb'], /hexadecimal/],
      [['01'.repeat(2000), '--out', 'a.glb'], /at most 254 bytes/],
      [[flower.slice(0, 200), '--out', 'a.glb'], /network|genome/i],
      [[picture, '--out', 'a.glb'], /has no mesh/],
      [[flower, '--out', 'a.glb', '--resolution', '9000'], /16 to 128/],
      [[flower, '--out', '/nowhere/at/all.glb'], /could not be written/],
    ];
    for (const [args, sentence] of cases) {
      said = '';
      expect(await mesh(args)).toBe(2);
      expect(said).toMatch(sentence);
      expect(said.trim().split('\n')).toHaveLength(1);
    }
  });
});
