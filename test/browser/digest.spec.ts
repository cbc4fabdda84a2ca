/** The law is the same in the browser as in Node: a scene of each form with every piece, one tape, one digest. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';

const ROOT = new URL('../../', import.meta.url).pathname;
const PAGE = 'test/browser/blank.html';

let vite: ViteDevServer;

test.beforeAll(async () => {
  vite = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    cacheDir: `${ROOT}.cache/vite-digest`,
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await vite.listen();
});

test.afterAll(async () => {
  await vite.close();
});

test('a replay ends in the same digest in Chromium as the committed one', async ({ page }) => {
  const golden = JSON.parse(await readFile(`${ROOT}test/golden/replay-digest.json`, 'utf8'));
  const address = vite.resolvedUrls?.local[0] ?? '';
  await page.goto(`${address}${PAGE}`);
  const digests = await page.evaluate(async () => {
    const folder = '/shared/physics';
    const { goldenDigest } = await import(/* @vite-ignore */ `${folder}/proving-ground.ts`);
    const { richGround } = await import(/* @vite-ignore */ `${folder}/rich-ground.ts`);
    const { Engine } = await import(/* @vite-ignore */ `${folder}/engine.ts`);
    return { digest: await goldenDigest(new Engine()), rich: await goldenDigest(new Engine(), richGround()) };
  });
  expect(digests).toEqual(golden);
});
