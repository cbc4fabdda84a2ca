import { expect, test } from 'vitest';
import { tammes } from '#content/families/tammes.ts';
import { HoppingRun, RESTARTING } from '#content/solvers/hopping/run.ts';
import { roomLandscape } from '#content/solvers/tammes-hopping.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Payload } from '#shared/records/payload.ts';
import { weighing } from './sphere/arrange.ts';

/** Squared chords that are proven best; with cosines from Danzer 1963 and Robinson 1961. */
test.each([
  [2, 4],
  [3, 3],
  [4, 8 / 3],
  [6, 2],
  [7, 2 - 2 * 0.2101383127306],
  [8, 2 - 2 * 0.2612038749637],
  [9, 4 / 3],
  [12, 2 - 2 / Math.sqrt(5)],
  [24, 0.553843063333],
])('plain random restart gives %i beacons the room %d', async (n, room) => {
  const run = new HoppingRun(roomLandscape({ n }), new Rng('small'), RESTARTING);
  for (let step = 0; step < 250; step++) run.next();
  const judgement = await tammes.judge({ n }, run.best());
  expect(Number(judgement.ok && judgement.value)).toBeCloseTo(room, 9);
});

test('the limit is reached where Fejes Tóth’s bound is exact, and is above the best known elsewhere', () => {
  for (const [n, room] of [
    [3, 3],
    [4, 8 / 3],
    [6, 2],
    [12, 2 - 2 / Math.sqrt(5)],
  ] as const)
    expect(tammes.limit({ n })?.value).toBeCloseTo(room, 10);
  expect(tammes.limit({ n: 50 })?.value).toBeGreaterThan(0.26365358175);
  expect(tammes.limit({ n: 50 })?.value).toBeLessThan(0.29);
});

test('one large beacon among small ones is held by the areas, two by each other', () => {
  const { value = 0 } = tammes.limit({ n: 20, sizes: weighing([9, 1], [1, 19]) }) ?? {};
  expect(value).toBeCloseTo(16 / 100, 10);
  expect(tammes.limit({ n: 3, sizes: [9, 9, 1] })?.value).toBeCloseTo(4 / 81, 10);
});

test('a distance counts in the mean size of its two beacons', async () => {
  const payload: Payload = {
    kind: 'vectors',
    vectors: [
      ['0', '0', '1'],
      ['0', '0', '-1'],
      ['1', '0', '0'],
    ],
  };
  const judgement = await tammes.judge({ n: 3, sizes: [3, 1, 1] }, payload);
  expect(judgement).toMatchObject({ ok: true, value: '0.500000000000' });
});

test('the tightest pair is shown in red', () => {
  const drawing = tammes.show({ n: 30 }, null);
  expect(drawing.beams).toHaveLength(1);
  expect(drawing.points).toHaveLength(30);
  expect(drawing.links.length).toBeGreaterThan(60);
});

test('handing in what was polished earns nothing: polishing again gains less than δ, in the same basin', async () => {
  const sizes = Array.from({ length: 40 }, (_, index) => (index < 5 ? 3 : index < 17 ? 2 : 1));
  const instance = tammes.parseInstance({ n: 40, sizes });
  for (const seed of ['a', 'b', 'c']) {
    const rng = new Rng(seed);
    const vectors = Array.from({ length: 40 }, () => [0, 1, 2].map(() => rng.between(-1, 1).toFixed(12)));
    const once = tammes.polish(instance, tammes.parsePayload({ kind: 'vectors', vectors }, instance));
    const again = tammes.polish(instance, once);
    const [first, second] = await Promise.all([tammes.judge(instance, once), tammes.judge(instance, again)]);
    if (!first.ok || !second.ok) throw new Error('what was polished holds');
    const gain = Number(second.value) - Number(first.value);
    expect(gain).toBeGreaterThanOrEqual(0);
    expect(gain).toBeLessThan(tammes.delta(Number(first.value), null));
    expect(await tammes.basin(instance, again)).toBe(await tammes.basin(instance, once));
  }
});
