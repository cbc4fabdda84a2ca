import { describe, expect, test } from 'vitest';
import type { AnyFamily } from '#content/families/family.ts';
import { noFourInPlane } from '#content/families/no-four-in-plane.ts';
import { noThreeInLine } from '#content/families/no-three-in-line.ts';
import { Rng } from '#shared/base/rng.ts';
import { cellCount, gridSymmetries, mapCells, pointAt } from '#shared/maths/grid.ts';
import { collinear, coplanar } from '#shared/maths/integer-geometry.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';

type Points = readonly (readonly number[])[];
const payloadOf = (points: Points): Payload => ({ kind: 'points', points: points.map((point) => [...point]) });
const cube = { n: 4, dimension: 3 } as const;
const CASES: readonly (readonly [string, AnyFamily, object, 2 | 3])[] = [
  ['a square', noThreeInLine, { n: 5, dimension: 2 }, 2],
  ['a cube', noThreeInLine, cube, 3],
  [
    'a cube with blocked places',
    noThreeInLine,
    {
      ...cube,
      taken: [
        [0, 0, 1],
        [1, 1, 1],
        [3, 2, 0],
      ],
    },
    3,
  ],
  ['planes in a cube', noFourInPlane, { n: 4 }, 3],
  ['planes in a cube with a blocked middle', noFourInPlane, { n: 3, taken: [[1, 1, 1]] }, 3],
];

function brokenByHand(points: Points, planes: boolean): boolean {
  return points.some((a, i) =>
    points.some((b, j) =>
      points.some((c, k) => {
        if (!(i < j && j < k)) return false;
        return planes ? points.some((d, l) => l > k && coplanar(a, b, c, d)) : collinear(a, b, c);
      }),
    ),
  );
}

describe.each(CASES)('%s', (name, family, raw, dimension) => {
  const instance = family.parseInstance(raw);
  const grid = { n: Number(Reflect.get(raw, 'n')), dimension };
  const workpiece = family.workpiece(instance);
  const blocked = workpiece.hand === 'points' ? workpiece.taken.map(String) : [];
  const free = Array.from({ length: cellCount(grid) }, (_, cell) => pointAt(grid, cell)).filter(
    (point) => !blocked.includes(String(point)),
  );
  const some = (rng: Rng, count: number): Points => {
    const rest = [...free];
    return Array.from({ length: count }, () => rest.splice(rng.int(0, rest.length - 1), 1)[0] ?? []);
  };

  test('the judge says what a look at every group of points says', async () => {
    const rng = new Rng(`judge ${name}`);
    const seen = new Set<boolean>();
    for (let round = 0; round < 150; round++) {
      const points = some(rng, rng.int(3, 8));
      const judgement = await family.judge(instance, payloadOf(points));
      expect(judgement.ok).toBe(!brokenByHand(points, family === noFourInPlane));
      if (judgement.ok) expect(judgement.value).toBe(points.length);
      seen.add(judgement.ok);
    }
    expect(seen.size).toBe(2);
  });

  test('turned, mirrored and in another order it is the same solution, exactly where the problem is the same', async () => {
    const rng = new Rng(`form ${name}`);
    for (let round = 0; round < 6; round++) {
      const points = some(rng, 7);
      const payload = payloadOf(points);
      const form = await family.canonical(instance, payload);
      for (const symmetry of gridSymmetries(dimension)) {
        const move = (list: Points) =>
          Array.from(mapCells(grid, symmetry, list.map((point) => point.reduce((cell, at) => cell * grid.n + at, 0))), (cell) => pointAt(grid, cell)); // biome-ignore format: one thought
        const image = move(points);
        const keeps = move(blocked.map((text) => text.split(',').map(Number))).every((place) =>
          blocked.includes(String(place)),
        );
        if (!keeps) continue;
        const turned = payloadOf([...image].reverse());
        expect(await family.canonical(instance, turned)).toBe(form);
        expect(await family.basin(instance, turned)).toBe(form);
        expect(family.kinship(instance, turned, payload)).toBe(1);
        expect(await family.judge(instance, turned)).toMatchObject({ ok: (await family.judge(instance, payload)).ok });
      }
      const other = await family.canonical(instance, payloadOf(some(rng, 7)));
      expect(other).not.toBe(form);
    }
  });

  test('a payload longer than any that can be right is false at once', async () => {
    const limit = family.limit(instance)?.value ?? 0;
    expect(limit).toBeGreaterThan(0);
    const judgement = await family.judge(instance, payloadOf(free));
    expect(judgement).toMatchObject({ ok: false, reason: { code: 'points.limit' } });
  });

  test('every broken rule is drawn in red light, within a bound', () => {
    const drawing = family.show(instance, payloadOf(free));
    expect(drawing.beams.length).toBeGreaterThan(0);
    expect(drawing.beams.length).toBeLessThan(400);
    expect(drawing.boxes.length).toBe(blocked.length);
    expect(family.show(instance, payloadOf(free.slice(0, 2))).beams).toEqual([]);
  });
});

test('the sentence names the guilty points', async () => {
  const line = payloadOf([[0, 0, 1], [3, 1, 0], [1, 1, 1], [2, 2, 1]]); // biome-ignore format: one line
  expect(await noThreeInLine.judge(noThreeInLine.parseInstance(cube), line)).toMatchObject({
    reason: { code: 'points.in-line', sentence: '(0, 0, 1), (1, 1, 1) and (2, 2, 1) lie on one line.' },
  });
  const plane = payloadOf([[0, 0, 0], [1, 0, 0], [0, 1, 0], [3, 3, 0]]); // biome-ignore format: one line
  expect(await noFourInPlane.judge({ n: 4 }, plane)).toMatchObject({
    reason: { code: 'points.in-plane', sentence: '(0, 0, 0), (0, 1, 0), (1, 0, 0) and (3, 3, 0) lie in one plane.' },
  });
});

test.each([
  [
    'payload.repeated',
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ],
  ['payload.outside', [[0, 0, 4]]],
  ['payload.outside', [[0, 0, -1]]],
  ['payload.outside', [[0, 0]]],
  ['payload.taken', [[1, 1, 1]]],
  ['payload.shape', [[0, 0, Number.NaN]]],
  ['payload.shape', [[0, 0, Number.POSITIVE_INFINITY]]],
  ['payload.shape', [[0, 0, 0.5]]],
  ['payload.shape', [['0', 0, 0]]],
  ['payload.shape', 'x'.repeat(1_000_000)],
  ['payload.shape', Array.from({ length: 100_000 }, () => [0, 0, 0])],
])('refuses a payload as %s', (code, points) => {
  for (const family of [noThreeInLine, noFourInPlane] as readonly AnyFamily[]) {
    const instance = family.parseInstance({
      n: 4,
      ...(family === noThreeInLine ? { dimension: 3 } : {}),
      taken: [[1, 1, 1]],
    });
    expect(() => family.parsePayload({ kind: 'points', points }, instance)).toThrow(expect.objectContaining({ code }));
  }
});

test.each([
  ['instance.size', { n: 1 }],
  ['instance.size', { n: 33 }],
  ['instance.size', { n: 4.5 }],
  ['instance.size', { n: '4' }],
  ['instance.shape', { n: 4, hint: 1 }],
  ['instance.taken', { n: 4, taken: [] }],
  [
    'instance.taken',
    {
      n: 4,
      taken: [
        [0, 0, 1],
        [0, 0, 0],
      ],
    },
  ],
  [
    'instance.taken',
    {
      n: 4,
      taken: [
        [0, 0, 1],
        [0, 0, 1],
      ],
    },
  ],
  ['instance.taken', { n: 4, taken: [['0', 0, 1]] }],
  ['instance.taken', { n: 4, taken: [[0, 1]] }],
  ['instance.taken', { n: 2, taken: Array.from({ length: 5 }, (_, cell) => pointAt({ n: 2, dimension: 3 }, cell)) }],
])('refuses an instance as %s', (code, raw) => {
  expect(() => noFourInPlane.parseInstance(raw)).toThrow(expect.objectContaining({ code }));
  expect(() => noThreeInLine.parseInstance({ dimension: 3, ...raw })).toThrow(expect.objectContaining({ code }));
});

test('a problem turned or mirrored is like itself, a problem with another hole is not', () => {
  const like = (taken: Points) => noFourInPlane.likeness(noFourInPlane.parseInstance({ n: 4, taken }));
  expect(like([[0, 1, 3]])).toBe(like([[2, 0, 0]]));
  expect(like([[0, 1, 3]])).not.toBe(like([[1, 1, 3]]));
});

test('the limit counts what blocked places leave of each line or plane', () => {
  const limit = (family: AnyFamily, raw: object) => family.limit(family.parseInstance(raw))?.value;
  expect(limit(noThreeInLine, { n: 5, dimension: 3 })).toBe(50);
  expect(limit(noThreeInLine, { n: 5, dimension: 2 })).toBe(10);
  expect(limit(noFourInPlane, { n: 9 })).toBe(27);
  expect(
    limit(noThreeInLine, {
      n: 3,
      dimension: 2,
      taken: [
        [0, 0],
        [0, 1],
      ],
    }),
  ).toBe(5);
  expect(
    limit(noFourInPlane, {
      n: 2,
      taken: [
        [0, 0, 0],
        [0, 0, 1],
      ],
    }),
  ).toBe(5);
});

test('the largest payload that a grid allows is judged by a bounded number of looks', async () => {
  const rows = Array.from({ length: 32 * 32 }, (_, row) => [Math.floor(row / 32), row % 32]);
  const points = rows.flatMap(([x = 0, y = 0]) => [
    [x, y, (x * 7 + y * 5) % 32],
    [x, y, (x * 11 + y * 3 + 1) % 32],
  ]);
  const distinct = [...new Map(points.map((point) => [String(point), point])).values()];
  const payload = payloadSchema.parse({ kind: 'points', points: distinct });
  expect(await noThreeInLine.judge({ n: 32, dimension: 3 }, payload)).toMatchObject({
    reason: { code: 'points.in-line' },
  });
  const planes = payloadOf(distinct.slice(0, 96));
  expect(await noFourInPlane.judge({ n: 32 }, planes)).toMatchObject({ reason: { code: 'points.in-plane' } });
});
