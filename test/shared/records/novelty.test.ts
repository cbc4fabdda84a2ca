import { expect, test } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { noveltyOf, rankedScores } from '#shared/records/novelty.ts';

test('ranks say who does best, equal ones share their place', () => {
  expect(rankedScores([0.2, 0.9, 0.4])).toEqual([-0.5, 0.5, 0]);
  expect(rankedScores([1, 1, 1, 1])).toEqual([0, 0, 0, 0]);
  expect(rankedScores([0, 0, 1])).toEqual([-0.25, -0.25, 0.5]);
  expect(rankedScores([7])).toEqual([0]);
  expect(rankedScores([])).toEqual([]);
});

test('what machines treat just like a known challenge is not new, and the first of all is', () => {
  const ranked = rankedScores([3, 1, 2]);
  expect(noveltyOf(ranked, [])).toBe(1);
  expect(noveltyOf(ranked, [rankedScores([30, 10, 20])])).toBe(0);
  expect(noveltyOf(ranked, [rankedScores([1, 3, 2])])).toBeCloseTo(Math.sqrt(2 / 3), 12);
});

test('only the five nearest count, and it is never below 0 or above 1', () => {
  const rng = new Rng('scores');
  for (let round = 0; round < 200; round++) {
    const vector = () => rankedScores(Array.from({ length: 15 }, () => rng.int(0, 4)));
    const ranked = vector();
    const near = [ranked, ranked, ranked, ranked, ranked];
    const novelty = noveltyOf(ranked, Array.from({ length: 8 }, vector));
    expect(novelty >= 0 && novelty <= 1).toBe(true);
    expect(noveltyOf(ranked, [...near, vector(), vector()])).toBe(0);
  }
});
