import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '#shared/base/hash.ts';
import { ENGINE, Engine, parseEngine } from '#shared/physics/engine.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@dimforge/rapier3d-compat'));

test('the named engine is the installed one, to the byte of its WebAssembly', async () => {
  const card = JSON.parse(await readFile(join(folder, '..', 'package.json'), 'utf8'));
  expect({ name: card.name, version: card.version }).toEqual({ name: ENGINE.package, version: ENGINE.version });
  expect(sha256(await readFile(join(folder, 'rapier_wasm3d_bg.wasm')))).toBe(ENGINE.wasmSha256);
});

test('the module that is loaded carries the same WebAssembly inside', async () => {
  const source = await readFile(join(folder, 'rapier.mjs'), 'latin1');
  const inlined = /"(AGFzbQ[A-Za-z0-9+/=]+)"/.exec(source)?.[1] ?? '';
  expect(sha256(Buffer.from(inlined, 'base64'))).toBe(ENGINE.wasmSha256);
});

test('an engine is loaded once for all who ask its handle', async () => {
  const engine = new Engine();
  expect(await engine.load()).toBe(await engine.load());
});

test('an engine that did not come the first time is fetched again', async () => {
  let tries = 0;
  const engine = new Engine(() => (tries++ === 0 ? Promise.reject(new Error('offline')) : new Engine().load()));
  await expect(engine.load()).rejects.toThrow('offline');
  expect(await engine.load()).toBe(await new Engine().load());
  expect(tries).toBe(2);
});

test.each([
  [{ ...ENGINE, version: '0.20.0' }],
  [{ ...ENGINE, wasmSha256: '0'.repeat(64) }],
  [{ package: ENGINE.package, version: ENGINE.version }],
  [{ ...ENGINE, simd: 'yes' }],
  [null],
  ['0.21.0'],
])('a challenge for the engine %j is refused', (other) => {
  expect(() => parseEngine(other)).toThrow(expect.objectContaining({ code: 'instance.engine' }));
});
