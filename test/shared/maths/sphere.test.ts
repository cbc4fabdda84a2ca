import { expect, test } from 'vitest';
import { scatter } from '#content/solvers/hopping/moves.ts';
import { Rng } from '#shared/base/rng.ts';
import { Descent } from '#shared/maths/descent.ts';
import { readPoints, spiral, squaredChord, writePoints } from '#shared/maths/sphere.ts';
import { neighboursOf } from '#shared/maths/sphere-neighbours.ts';

test('what is written is read as the same points and written as the same text again', () => {
  const points = scatter(new Rng('text'), 200);
  const rows = writePoints(points);
  const back = readPoints(rows);
  for (const [at, value] of points.entries()) expect(Math.abs((back[at] ?? 0) - value)).toBeLessThan(2e-15);
  expect(writePoints(readPoints(writePoints(back)))).toEqual(writePoints(back));
});

test('digits beyond the twentieth are not read', () => {
  const [one, other] = ['0.5000000000000000001', '0.50000000000000000019999'].map((x) =>
    readPoints([[x, '0.3', '0.2']]),
  );
  expect(one).toEqual(other);
});

test('no point of the spiral is much nearer to another than its share of the sphere', () => {
  for (const count of [2, 3, 12, 100, 400]) {
    const points = spiral(count);
    let least = 4;
    for (let i = 1; i < count; i++) for (let j = 0; j < i; j++) least = Math.min(least, squaredChord(points, i, j));
    expect(least).toBeGreaterThan(6 / count);
  }
});

test('a triangulated sphere has twelve neighbours too few, and neighbours see each other', () => {
  for (const seed of ['a', 'b', 'c']) {
    const neighbours = neighboursOf(scatter(new Rng(seed), 80));
    expect(neighbours.reduce((sum, around) => sum + 6 - around.length, 0)).toBe(12);
    for (const [i, around] of neighbours.entries()) for (const j of around) expect(neighbours[j]).toContain(i);
  }
});

test('four points on one circle are not joined across: a cube has three neighbours a corner', () => {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [1, 2, 4].map((bit) => (bits & bit ? '1' : '-1')));
  expect(neighboursOf(readPoints(corners)).map((around) => around.length)).toEqual(Array(8).fill(3));
});

test('downhill ends at the lowest point of a bent valley, by memory sooner than without', () => {
  const valley = (x: Float64Array, slope: Float64Array) => {
    const [a = 0, b = 0] = x;
    const across = b - a * a;
    slope.set([2 * (a - 1) - 400 * a * across, 200 * across]);
    return (a - 1) * (a - 1) + 100 * across * across;
  };
  const down = (memory: number) => new Descent(valley, Float64Array.of(-1.2, 1), { memory, reach: 0.5, flat: 1e-9 });
  const { point, done } = down(6).run(200);
  expect(done).toBe(true);
  expect(point[0]).toBeCloseTo(1, 8);
  expect(point[1]).toBeCloseTo(1, 8);
  expect(down(0).run(200).value).toBeLessThan(valley(Float64Array.of(-1.2, 1), new Float64Array(2)));
});
