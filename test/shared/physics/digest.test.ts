import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { digestOf } from '#shared/physics/digest.ts';
import { Engine } from '#shared/physics/engine.ts';
import { goldenDigest } from '#shared/physics/proving-ground.ts';
import { replay } from '#shared/physics/replay.ts';
import { richGround } from '#shared/physics/rich-ground.ts';
import { Run } from '#shared/physics/run.ts';
import { decodeTape } from '#shared/physics/tape.ts';
import { loadEngine, yard } from './yard.ts';

test('the fixed tape on the proving ground ends in the committed digest, again and again', async () => {
  const golden = JSON.parse(await readFile('test/golden/replay-digest.json', 'utf8'));
  expect(await goldenDigest(new Engine())).toBe(golden.digest);
  expect(await goldenDigest(new Engine())).toBe(golden.digest);
  expect(await goldenDigest(new Engine(), richGround())).toBe(golden.rich);
  expect(await goldenDigest(new Engine(), richGround())).toBe(golden.rich);
});

test('the committed course is solved by its committed tape in its committed time', async () => {
  const { challenge, payload, ticks } = JSON.parse(await readFile('test/golden/replay-course.json', 'utf8'));
  const { scene } = challenge.instance;
  expect(replay(await loadEngine(), scene, decodeTape(payload.bytes, scene.maxTicks)).ticks).toBe(ticks);
});

test('the digest tells one tick from the next and one place from another', async () => {
  const rapier = await loadEngine();
  const run = new Run(rapier, yard());
  const digests = new Set([digestOf(run)]);
  for (const byte of [0, 0, 0b1000000, 0b1000000]) {
    run.step(byte);
    digests.add(digestOf(run));
  }
  expect(digests.size).toBe(5);
  run.free();
});
