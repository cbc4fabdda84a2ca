import { expect, test } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { collinear, coplanar, gcd, sixfoldVolume } from '#shared/maths/integer-geometry.ts';

const rng = new Rng('geometry');
const point = () => [rng.int(-9, 9), rng.int(-9, 9), rng.int(-9, 9)];
const along = (from: readonly number[], way: readonly number[], times: number) =>
  from.map((at, axis) => at + times * (way[axis] ?? 0));

test('the greatest common divisor divides both and is never negative', () => {
  expect([gcd(12, -18), gcd(0, 5), gcd(-7, 0), gcd(0, 0), gcd(31, 30)]).toEqual([6, 5, 7, 0, 1]);
});

test('points made on a line are in line, and in a plane with any other', () => {
  for (let round = 0; round < 200; round++) {
    const [from, way, other] = [point(), point(), point()];
    const [one, two] = [along(from, way, 2), along(from, way, -3)];
    expect(collinear(from, one, two)).toBe(true);
    expect(coplanar(from, one, two, other)).toBe(true);
  }
});

test('a step off the line or the plane is seen', () => {
  expect(collinear([0, 0, 0], [3, 3, 3], [6, 6, 7])).toBe(false);
  expect(collinear([0, 0], [1, 2], [2, 5])).toBe(false);
  expect(coplanar([0, 0, 0], [5, 0, 0], [0, 5, 0], [5, 5, 1])).toBe(false);
  expect(sixfoldVolume([0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1])).toBe(1);
});
