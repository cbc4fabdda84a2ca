/** Works are the same in the browser as in Node: golden digests, meshes from one worker, pictures from another. */
import { expect, test } from '@playwright/test';
import type { WorkStudio } from '#client/scene/works/studio.ts';
import golden from '#test/golden/works.json' with { type: 'json' };
import { openSourcePage, type SourcePage, workDigests } from './support/source-page.ts';

/** What the first step leaves on the page for the next ones. */
interface Bench {
  readonly studio: WorkStudio;
  readonly Studio: new () => WorkStudio;
  readonly hexOf: (generator: string) => Promise<string>;
}

let source: SourcePage;

test.beforeAll(async () => {
  source = await openSourcePage('works');
});

test.afterAll(async () => {
  await source.close();
});

test('every generator grows the golden digests in Chromium', async ({ page }) => {
  await page.goto(source.url);
  expect(await page.evaluate(workDigests)).toEqual(golden);
});

test('a studio grows and paints in workers, asks for the ONNX runtime only for a picture, and remembers', async ({
  page,
}) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const runtime = () => requested.filter((url) => /onnxruntime|ort-wasm/.test(url));
  await page.goto(source.url);
  const mesh = await page.evaluate(async () => {
    const at = (path: string) => import(/* @vite-ignore */ path);
    const { WorkStudio } = await at('/client/scene/works/studio.ts');
    const studio = new WorkStudio();
    const { GENERATORS, load } = await at('/content/catalog.ts');
    const { Rng } = await at('/shared/base/rng.ts');
    const { toHex } = await at('/shared/base/hash.ts');
    const hexOf = async (id: string) => toHex((await load(GENERATORS, id)).random(new Rng('studio')));
    Object.assign(window, { studio, hexOf, Studio: WorkStudio });
    const shown = await studio.show({ generator: 'flower', generatorVersion: 1, genome: await hexOf('flower') });
    return { kind: shown.kind, points: shown.object.geometry.getAttribute('position').count };
  });
  expect(mesh.kind).toBe('object');
  expect(mesh.points).toBeGreaterThan(500);
  expect(runtime()).toEqual([]);
  expect(page.workers()).toHaveLength(1);

  const picture = await page.evaluate(async () => {
    const { studio, hexOf } = window as unknown as Bench;
    const shown = await studio.show({ generator: 'cppn', generatorVersion: 1, genome: await hexOf('cppn') });
    if (shown.kind !== 'picture') return { kind: shown.kind, width: 0, colours: 0 };
    return { kind: shown.kind, width: shown.width, colours: new Set(new Uint32Array(shown.rgba.buffer)).size };
  });
  expect(picture).toMatchObject({ kind: 'picture', width: 256 });
  expect(picture.colours).toBeGreaterThan(100);
  expect(runtime().length).toBeGreaterThan(0);

  const again = await page.evaluate(async () => {
    const { studio, hexOf, Studio } = window as unknown as Bench;
    studio.close();
    const second = new Studio();
    const kinds: string[] = [];
    for (const generator of ['flower', 'cppn'])
      kinds.push((await second.show({ generator, generatorVersion: 1, genome: await hexOf(generator) })).kind);
    const refused = await second
      .show({ generator: 'flower', generatorVersion: 1, genome: '0101' })
      .catch((error: { code: string }) => error.code);
    second.close();
    return [...kinds, refused];
  });
  expect(again).toEqual(['object', 'picture', 'genome.length']);
});
