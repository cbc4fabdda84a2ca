import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { advances } from '#content/families/family.ts';
import { thomson } from '#content/families/thomson.ts';
import { HoppingRun, RESTARTING } from '#content/solvers/hopping/run.ts';
import { energyLandscape } from '#content/solvers/thomson-hopping.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Payload } from '#shared/records/payload.ts';

/** Energies of the proven and of the classic arrangements: 2–6 and 12 in closed form. */
const TETRAHEDRON = 6 / Math.sqrt(8 / 3);
const OCTAHEDRON = 12 / Math.SQRT2 + 1.5;
const BIPYRAMID = 0.5 + 6 / Math.SQRT2 + Math.sqrt(3);

test.each([
  [2, 0.5],
  [3, Math.sqrt(3)],
  [4, TETRAHEDRON],
  [5, BIPYRAMID],
  [6, OCTAHEDRON],
  [7, 14.452977414],
  [8, 19.675287861],
  [9, 25.759986531],
  [10, 32.71694946],
  [11, 40.596450508],
  [12, 49.165253058],
])('plain random restart lets %i beacons settle at %d', async (n, energy) => {
  const run = new HoppingRun(energyLandscape({ n }), new Rng('small'), RESTARTING);
  for (let step = 0; step < 60; step++) run.next();
  const judgement = await thomson.judge({ n }, run.best());
  expect(Number(judgement.ok && judgement.value)).toBeCloseTo(energy, 8);
});

test('an energy is the same to the last bit on every machine', async () => {
  const { instance, payload, value, digest } = JSON.parse(await readFile('test/golden/sphere-energy.json', 'utf8'));
  expect(await thomson.judge(thomson.parseInstance(instance), payload)).toEqual({
    ok: true,
    value,
    unit: 'energy',
    digest,
  });
});

test('heavy beacons count with the product of their charges', async () => {
  const ends: Payload = {
    kind: 'vectors',
    vectors: [
      ['0', '0', '1'],
      ['0', '0', '-1'],
      ['1', '0', '0'],
    ],
  };
  const judgement = await thomson.judge({ n: 3, charges: [3, 2, 1] }, ends);
  expect(Number(judgement.ok && judgement.value)).toBeCloseTo(6 / 2 + 5 / Math.SQRT2, 11);
});

test('a gain is an advance from a hundredth of the gap between two hollows on', () => {
  expect(advances(thomson, 4448.3506, 4448.3512, 4448.4104)).toBe(true);
  expect(advances(thomson, 4448.3507, 4448.3512, 4448.4104)).toBe(false);
  expect(advances(thomson, 4448.35119, 4448.3512)).toBe(true);
  expect(advances(thomson, 37147.29441, 37147.294412)).toBe(false);
});
