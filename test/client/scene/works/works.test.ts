/** The page's side of works, as far as it runs without a page: answers, meshes, storage that is not there. */
import { describe, expect, it } from 'vitest';
import { answerGrow } from '#client/scene/works/answer-grow.ts';
import { isMade } from '#client/scene/works/studio.ts';
import { WorkCache } from '#client/scene/works/work-cache.ts';
import { workObject } from '#client/scene/works/work-mesh.ts';
import { GENERATORS, load } from '#content/catalog.ts';
import { toHex } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';

async function hexOf(id: string): Promise<string> {
  return toHex((await load(GENERATORS, id)).random(new Rng('client works')));
}

describe('growing for the screen', () => {
  it('keeps to the triangles that were asked for and stays a whole mesh', async () => {
    const answer = await answerGrow({ id: 1, generator: 'creature', genome: await hexOf('creature'), triangles: 3000 });
    if (answer.kind !== 'mesh') throw new Error(`got ${answer.kind}`);
    expect(answer.indices.length / 3).toBeLessThanOrEqual(3000);
    expect(answer.indices.length / 3).toBeGreaterThan(1500);
    expect(answer.indices.reduce((most, index) => Math.max(most, index), 0)).toBe(answer.surfaces.length - 1);
    const { geometry } = workObject(answer, 'fox');
    expect(geometry.getAttribute('aSurface').count).toBe(answer.surfaces.length);
    const colours = geometry.getAttribute('color').array;
    expect(Math.max(...colours)).toBeLessThanOrEqual(1);
    expect(geometry.boundingSphere?.radius).toBeGreaterThan(0.2);
  });

  it('says that a picture is to be painted', async () => {
    const answer = await answerGrow({ id: 1, generator: 'cppn', genome: await hexOf('cppn'), triangles: 3000 });
    expect(answer).toEqual({ kind: 'to-paint' });
  });

  it('answers broken genomes and unknown generators with a code and a sentence', async () => {
    const ask = (generator: string, genome: string) => answerGrow({ id: 1, generator, genome, triangles: 100 });
    expect(await ask('flower', 'zz')).toMatchObject({ kind: 'refused', code: 'hex.malformed' });
    expect(await ask('flower', '0101')).toMatchObject({ kind: 'refused', code: 'genome.length' });
    expect(await ask('constructor', '0101')).toMatchObject({ kind: 'refused', code: 'catalog.unknown' });
  });
});

describe('the cache of works', () => {
  it('is simply empty where there is no IndexedDB or it throws', async () => {
    const throws = {
      open: () => {
        throw new Error('blocked');
      },
    } as unknown as IDBFactory;
    for (const factory of [undefined, throws]) {
      const cache = new WorkCache<never>(factory);
      await cache.put('key', undefined as never);
      expect(await cache.get('key', isMade as (value: unknown) => value is never)).toBe(null);
      await cache.close();
    }
  });

  it('takes nothing out of storage that is not a made work', () => {
    expect([null, 3, {}, { kind: 'mesh' }, { kind: 'picture', rgba: [1] }].map(isMade)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(isMade({ kind: 'picture', rgba: new Uint8ClampedArray(4) })).toBe(true);
  });
});
