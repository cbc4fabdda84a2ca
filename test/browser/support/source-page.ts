/** A blank page beside the project's own sources, as a browser loads them, and what is asked of them there. */
import { createServer } from 'vite';

const ROOT = new URL('../../../', import.meta.url).pathname;

/** Where the page is. */
export interface SourcePage {
  readonly url: string;
  close(): Promise<void>;
}

/** @param name of the cache: one for each spec, since each has its own server */
export async function openSourcePage(name: string): Promise<SourcePage> {
  const vite = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    cacheDir: `${ROOT}.cache/vite-${name}`,
    optimizeDeps: { noDiscovery: true },
    worker: { format: 'es' },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await vite.listen();
  return { url: `${vite.resolvedUrls?.local[0] ?? ''}test/browser/blank.html`, close: () => vite.close() };
}

/** Runs on the page: a scene of each form with every piece, one tape, one digest; test/golden/replay-digest.json. */
export async function replayDigests(): Promise<{ readonly digest: string; readonly rich: string }> {
  const at = (path: string) => import(/* @vite-ignore */ path);
  const { goldenDigest } = await at('/shared/physics/proving-ground.ts');
  const { richGround } = await at('/shared/physics/rich-ground.ts');
  const { Engine } = await at('/shared/physics/engine.ts');
  return { digest: await goldenDigest(new Engine()), rich: await goldenDigest(new Engine(), richGround()) };
}

/** Runs on the page: what each generator grows from three genomes; test/golden/works.json. */
export async function workDigests(): Promise<Readonly<Record<string, readonly string[]>>> {
  const at = (path: string) => import(/* @vite-ignore */ path);
  const { GENERATORS, load } = await at('/content/catalog.ts');
  const { grownDigest } = await at('/content/generators/digest.ts');
  const { Rng } = await at('/shared/base/rng.ts');
  const all: Record<string, string[]> = {};
  for (const id of Object.keys(GENERATORS)) {
    const generator = await load(GENERATORS, id);
    all[id] = [0, 1, 2].map((seed) => grownDigest(generator.grow(generator.random(new Rng(`golden ${seed}`)), 96)));
  }
  return all;
}
