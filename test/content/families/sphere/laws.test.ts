/** What holds for every family on the sphere, whichever way an arrangement is turned. */
import { describe, expect, test } from 'vitest';
import type { Family } from '#content/families/family.ts';
import { tammes } from '#content/families/tammes.ts';
import { thomson } from '#content/families/thomson.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Payload } from '#shared/records/payload.ts';
import { scattered, turned, weighing } from './arrange.ts';

const three = weighing([3, 4], [2, 6], [1, 14]);
const equal = weighing([1, 20]);
const MEMBERS = [
  ['thomson', thomson, { n: 20 }, equal],
  ['thomson with heavy beacons', thomson, { n: 24, charges: three }, three],
  ['tammes', tammes, { n: 20 }, equal],
  ['tammes with large beacons', tammes, { n: 24, sizes: three }, three],
] as const;

async function measured<I extends CanonicalValue>(family: Family<I>, instance: I, payload: Payload): Promise<number> {
  const judgement = await family.judge(instance, payload);
  return judgement.ok ? Number(judgement.value) : Number.NaN;
}

describe.each(MEMBERS)('%s', (_, family, instance, weights) => {
  const rng = new Rng('turns');
  const tries = [0, 1, 2, 3].map((index) => scattered(rng.fork(index), weights.length));

  test('turned, mirrored and renumbered it is the same solution with the same value', async () => {
    for (const one of tries) {
      const other = turned(rng, one, weights);
      expect(await family.canonical(instance, other)).toBe(await family.canonical(instance, one));
      expect(await measured(family, instance, other)).toBeCloseTo(await measured(family, instance, one), 9);
      expect(family.kinship(instance, other, one)).toBe(1);
    }
    const forms = await Promise.all(tries.map((one) => family.canonical(instance, one)));
    expect(new Set(forms).size).toBe(tries.length);
  });

  test('polish is never worse, stays in its hollow, and its hollow is the same turned', async () => {
    for (const one of tries) {
      const polished = family.polish(instance, one);
      const gain = (await measured(family, instance, polished)) - (await measured(family, instance, one));
      expect(family.better === 'lower' ? -gain : gain).toBeGreaterThanOrEqual(0);
      const basin = await family.basin(instance, one);
      expect(await family.basin(instance, polished)).toBe(basin);
      expect(await family.basin(instance, turned(rng, polished, weights))).toBe(basin);
      const again = family.polish(instance, polished);
      expect(await family.basin(instance, again)).toBe(basin);
      expect(
        Math.abs((await measured(family, instance, again)) - (await measured(family, instance, polished))),
      ).toBeLessThan(1e-9);
    }
  });

  test('no arrangement passes the limit', async () => {
    const limit = family.limit(instance)?.value ?? Number.POSITIVE_INFINITY;
    for (const one of tries)
      if (family.better === 'higher')
        expect(await measured(family, instance, family.polish(instance, one))).toBeLessThan(limit);
  });

  test.each([
    ['too few', (rows: string[][]) => rows.slice(1), 'payload.count'],
    ['too many', (rows: string[][]) => [...rows, ['1', '0', '0']], 'payload.count'],
    ['a vector of nothing', (rows: string[][]) => [['0', '0', '-0.0'], ...rows.slice(1)], 'payload.vectors'],
    [
      'a vector of almost nothing',
      (rows: string[][]) => [['0.000000000000000000000001', '0', '0'], ...rows.slice(1)],
      'payload.vectors',
    ],
    ['not a number', (rows: string[][]) => [['NaN', '0', '1'], ...rows.slice(1)], 'payload.shape'],
    ['infinity', (rows: string[][]) => [['1e999', '0', '1'], ...rows.slice(1)], 'payload.shape'],
    [
      'a megabyte of digits',
      (rows: string[][]) => [[`0.${'1'.repeat(1_000_000)}`, '0', '1'], ...rows.slice(1)],
      'payload.shape',
    ],
    ['a number that is no text', (rows: string[][]) => [[1, 0, 0], ...rows.slice(1)], 'payload.shape'],
    ['two coordinates', (rows: string[][]) => [['1', '0'], ...rows.slice(1)], 'payload.shape'],
  ])('%s is refused', (_name, change, code) => {
    const payload = tries[0];
    const rows = payload?.kind === 'vectors' ? payload.vectors : [];
    expect(() => family.parsePayload({ kind: 'vectors', vectors: change(rows) }, instance)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test('two beacons at one place do not hold, are polished to themselves, and say which they are', async () => {
    const payload = tries[0];
    const rows = payload?.kind === 'vectors' ? payload.vectors.slice(1) : [];
    const [first = ['1', '0', '0']] = rows;
    const twice = family.parsePayload({ kind: 'vectors', vectors: [...rows, first.map((text) => text)] }, instance);
    const judgement = await family.judge(instance, twice);
    expect(judgement).toMatchObject({ ok: false, reason: { code: 'sphere.apart' } });
    expect(judgement.ok || judgement.reason.sentence).toContain(`1 and ${weights.length}`);
    expect(family.polish(instance, twice)).toBe(twice);
    expect(await family.canonical(instance, twice)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('begins with an arrangement that holds', async () => {
    const piece = family.workpiece(instance);
    if (piece.hand !== 'vectors') throw new RangeError(piece.hand);
    const start = family.parsePayload({ kind: 'vectors', vectors: piece.start }, instance);
    expect(await family.judge(instance, start)).toMatchObject({ ok: true });
    expect(piece.weights).toEqual(weights === equal ? null : weights);
  });
});

test.each([
  [{ n: 1 }, 'instance.count'],
  [{ n: 401 }, 'instance.count'],
  [{ n: 2.5 }, 'instance.count'],
  [{ n: Number.NaN }, 'instance.shape'],
  [{ n: 3, charges: [2, 1] }, 'instance.weights'],
  [{ n: 3, charges: [1, 2, 1] }, 'instance.weights'],
  [{ n: 3, charges: [1, 1, 1] }, 'instance.weights'],
  [{ n: 3, charges: [4, 2, 2] }, 'instance.weights'],
  [{ n: 3, charges: [10, 1, 1] }, 'instance.weights'],
  [{ n: 3, charges: [2, 1, 0] }, 'instance.weights'],
  [{ n: 3, sizes: [2, 1, 1] }, 'instance.shape'],
  [{ n: 3, charges: 'heavy' }, 'instance.shape'],
])('%j is no instance of thomson', (raw, code) => {
  expect(() => thomson.parseInstance(raw)).toThrow(expect.objectContaining({ code }));
});
