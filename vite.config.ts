/** Builds the pages into dist/client: physics split from its JavaScript, everything compressed ahead of time. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { ENGINE } from './shared/physics/engine.ts';

const OUT_DIR = join(import.meta.dirname, 'dist', 'client');
const BASE64_MODULE = /\w+\.toByteArray\("(AGFz[A-Za-z0-9+/=]+)"\)\.buffer/;

/**
 * Takes the WebAssembly out of rapier3d-compat's base64 into a file of its own, byte for byte, so that the browser
 * compiles it while it streams. The build stops when the package no longer looks as expected.
 */
function splitPhysics(): Plugin {
  return {
    name: 'split-physics',
    apply: 'build',
    transform: {
      filter: { id: /rapier3d-compat[\\/]dist[\\/]rapier\.mjs$/ },
      handler(code) {
        const found = BASE64_MODULE.exec(code);
        const base64 = found?.[1];
        if (found === null || base64 === undefined)
          return this.error('rapier3d-compat no longer holds its WebAssembly where it was: look at splitPhysics.');
        const source = Buffer.from(base64, 'base64');
        const hash = createHash('sha256').update(source).digest('hex');
        if (hash !== ENGINE.wasmSha256)
          return this.error(`The physics module is ${hash}, but this world runs on ${ENGINE.wasmSha256}.`);
        const file = this.emitFile({ type: 'asset', name: 'physics.wasm', source });
        return { code: code.replace(found[0], `import.meta.ROLLUP_FILE_URL_${file}`), map: null };
      },
    },
  };
}

const ZOD_CONFIG = '(_a.__zod_globalConfig = {})';

/**
 * Tells the parsers not to try whether they may compile themselves: the pages' policy forbids it, and browsers would
 * write each try down as an attack. The build stops when the package no longer looks as expected.
 * @param parses whether all code of the build parses, or only some of it, as with workers
 */
function parseWithoutEval(parses: 'always' | 'sometimes'): Plugin {
  let isFound = false;
  return {
    name: 'parse-without-eval',
    apply: 'build',
    transform: {
      filter: { id: /zod[\\/]v4[\\/]core[\\/]core\.js$/ },
      handler(code) {
        if (!code.includes(ZOD_CONFIG))
          return this.error('zod no longer holds its settings where they were: look at parseWithoutEval.');
        isFound = true;
        return { code: code.replace(ZOD_CONFIG, '(_a.__zod_globalConfig = { jitless: true })'), map: null };
      },
    },
    buildEnd(error) {
      if (parses === 'always' && error === undefined && !isFound)
        this.error('zod was not found where it was: look at parseWithoutEval.');
    },
  };
}

const pack = { gzip: promisify(gzip), brotli: promisify(brotliCompress) };
const MEGABYTE = 1_000_000;

/** Writes a .gz and a .br beside every text and WebAssembly file, so that the server only hands files out. */
function compressAhead(): Plugin {
  return {
    name: 'compress-ahead',
    apply: 'build',
    closeBundle: async () => {
      for (const entry of await readdir(OUT_DIR, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(?:js|css|html|wasm|svg|json|onnx)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        if (bytes.length < 512) continue;
        const params = {
          // Quality 11 costs about 2 CPU-s a megabyte: only what every visitor waits for gets it.
          [constants.BROTLI_PARAM_QUALITY]: bytes.length < MEGABYTE ? 11 : 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        const [gz, br] = await Promise.all([pack.gzip(bytes, { level: 9 }), pack.brotli(bytes, { params })]);
        await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)]);
      }
    },
  };
}

/** Where the world runs beside Vite's own server. */
const WORLD = 'http://localhost:2567';

const page = (name: string) => join(import.meta.dirname, 'client', name);

export default defineConfig({
  root: join(import.meta.dirname, 'client'),
  appType: 'mpa',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [splitPhysics(), parseWithoutEval('always'), compressAhead()],
  worker: { format: 'es', plugins: () => [splitPhysics(), parseWithoutEval('sometimes')] },
  build: {
    outDir: OUT_DIR,
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: {
        play: page('index.html'),
        create: page('create.html'),
        host: page('host.html'),
        records: page('records.html'),
        watch: page('watch.html'),
        people: page('people.html'),
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'three', test: /node_modules[\\/]three[\\/]build/ },
            { name: 'physics', test: /rapier3d-compat/ },
            { name: 'network', test: /node_modules[\\/]@colyseus/ },
            { name: 'preact', test: /node_modules[\\/](?:preact|@preact)/ },
          ],
        },
      },
    },
  },
  server: {
    // For work on the pages only: the world itself runs beside it with `npm start`.
    proxy: {
      '/api': WORLD,
      '/matchmake': WORLD,
      // Process and room, as Colyseus names them: nine letters each. Only the room's own line goes this way.
      '^/[\\w-]{9}/[\\w-]{9}\\?': { target: WORLD, ws: true, changeOrigin: true },
    },
  },
});
