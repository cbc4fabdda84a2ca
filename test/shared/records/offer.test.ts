import { expect, test } from 'vitest';
import { type Offerable, offerScore } from '#shared/records/offer.ts';
import { UNRATED } from '#shared/records/rating.ts';

const fair: Offerable = { people: UNRATED, machineShare: 0, novelty: 1, playing: 0 };

test('a fair, new, undone challenge that nobody is on scores 1', () => {
  expect(offerScore(UNRATED, fair)).toBe(1);
});

test.each([
  ['too hard', { people: { value: 4, matches: 9 } }],
  ['too easy', { people: { value: -4, matches: 9 } }],
  ['done by machines', { machineShare: 0.8 }],
  ['like others', { novelty: 0.1 }],
  ['somebody else’s now', { playing: 1 }],
])('what is %s is offered later', (_, worse) => {
  expect(offerScore(UNRATED, { ...fair, ...worse })).toBeLessThan(0.6);
});

test('what every machine does is offered to nobody', () => {
  expect(offerScore(UNRATED, { ...fair, machineShare: 1 })).toBe(0);
});
