import { expect, test } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { chanceOf, isMature, type Rating, rate, ratingGap, UNRATED } from '#shared/records/rating.ts';

test('who is as able as the challenge is hard does it every second time', () => {
  expect(chanceOf(UNRATED, UNRATED)).toBe(0.5);
  expect(chanceOf({ value: 1 }, UNRATED)).toBeCloseTo(0.7311, 4);
  expect(chanceOf({ value: -1 }, UNRATED) + chanceOf({ value: 1 }, UNRATED)).toBeCloseTo(1, 12);
});

test('a session moves both by the surprise, less the more is known', () => {
  const { able, hard } = rate(UNRATED, { value: 0, matches: 20 }, true);
  expect(able).toEqual({ value: 0.5, matches: 1 });
  expect(hard).toEqual({ value: -0.25, matches: 21 });
});

test('ratings come to stand where they predict what happens', () => {
  const rng = new Rng('sessions');
  let hard: Rating = UNRATED;
  for (let session = 0; session < 600; session++) {
    const able = { value: rng.between(-2, 2), matches: 1_000 };
    const solved = rng.chance(chanceOf(able, { value: 1.5 }));
    hard = rate(able, hard, solved).hard;
  }
  expect(hard.value).toBeGreaterThan(1.1);
  expect(hard.value).toBeLessThan(1.9);
});

test('the gap is told only when enough sessions stand behind both', () => {
  const machines = { value: 3, matches: 15 };
  expect(ratingGap({ value: 1, matches: 4 }, machines)).toBeNull();
  expect(ratingGap({ value: 1, matches: 5 }, machines)).toBe(2);
  expect(isMature(UNRATED)).toBe(false);
});
