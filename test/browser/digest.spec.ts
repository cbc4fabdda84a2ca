/** The law is the same in the browser as in Node: one scene with every piece, one tape, one digest. */
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
  const digest = await page.evaluate(async () => {
    const [ground, engine] = ['/shared/physics/proving-ground.ts', '/shared/physics/engine.ts'];
    const { goldenDigest } = await import(/* @vite-ignore */ ground);
    const { Engine } = await import(/* @vite-ignore */ engine);
    return goldenDigest(new Engine());
  });
  expect(digest).toBe(golden.digest);
});
