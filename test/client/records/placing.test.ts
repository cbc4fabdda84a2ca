import { expect, test } from 'vitest';
import { layOut, MARK_APART } from '#client/records/map-layout.ts';
import { gapInWords, oftenInWords, placeInWords } from '#client/records/map-words.ts';
import { place, TICKS } from '#client/records/placing.ts';
import { spread } from '#client/records/spreading.ts';
import { parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { ChallengeState } from '#shared/records/challenge.ts';
import { type Rating, ratingGap, UNRATED } from '#shared/records/rating.ts';
import { standingOf } from '#shared/records/standing.ts';

const RULES = { kind: 'record', better: 'higher', limit: null, published: null, proven: false, record: null } as const;

function card(number: number, people: Rating, machines: Rating, state: ChallengeState = 'frontier'): ChallengeCard {
  return {
    id: parseChallengeId(number.toString(16).padStart(64, '0')),
    file: { family: 'fold', rules: 1, instance: {} },
    title: `Course ${number}`,
    state,
    creator: parseAddress(`0x${'0'.repeat(40)}`),
    witnessHash: null,
    machine: [],
    changedAtMs: 0,
    ...{ creatorName: '', task: '', science: '', hand: 'moves', starts: 1, unit: 'contact', records: [], attempts: 0 },
    ...{ playing: [], novelty: null, standing: standingOf([], RULES) },
    difficulty: { people, machines, gap: ratingGap(people, machines) },
  };
}

const rated = (value: number): Rating => ({ value, matches: 9 });

test('what is hard for machines stands to the right, what is hard for people above, and nothing leaves the map', () => {
  const [hard, even, far] = place([
    card(1, rated(-1), rated(3)),
    card(2, rated(0), rated(0)),
    card(3, rated(99), rated(-99)),
  ]);
  expect([hard?.card.title, even?.card.title, far?.card.title]).toEqual(['Course 1', 'Course 2', 'Course 3']);
  expect(hard?.machines).toBeGreaterThan(hard?.people ?? 1);
  expect(even?.machines).toBe(even?.people);
  expect([far?.machines, far?.people]).toEqual([0, 1]);
  expect(TICKS.map(({ percent }) => percent)).toEqual([90, 50, 10, 1]);
  expect(TICKS.map(({ at }) => at)).toEqual(TICKS.map(({ at }) => at).toSorted((a, b) => a - b));
});

test('a guess has no place on the field, and comes last in the reading order', () => {
  const guess = { value: 4, matches: 4 };
  const placed = place([card(1, guess, rated(2)), card(2, guess, guess), card(3, rated(1), rated(0))]);
  expect(placed.map(({ card: { title }, machines, people }) => [title, machines === null, people === null])).toEqual([
    ['Course 3', false, false],
    ['Course 1', false, true],
    ['Course 2', true, true],
  ]);
  const { marks, field, foot, side } = layOut(placed, 720);
  const [known, people, neither] = marks;
  expect(known?.y).toBeLessThan(field.bottom);
  expect(people?.y).toBeGreaterThan(foot.top);
  expect(people?.x).toBeGreaterThan(field.left);
  expect(neither?.x).toBeLessThan(side.right);
});

test('marks of one value stand beside each other, on a phone as on a desk, the same way every time', () => {
  const alike = Array.from({ length: 60 }, (_, index) => card(index, UNRATED, rated(2)));
  const even = Array.from({ length: 20 }, (_, index) => card(100 + index, rated(1), rated(1)));
  for (const wide of [320, 720, 1_100]) {
    const { marks, high } = layOut(place([...alike, ...even]), wide);
    expect(marks).toHaveLength(80);
    for (const [index, mark] of marks.entries()) {
      expect(mark.x).toBeGreaterThan(0);
      expect(mark.x).toBeLessThan(wide);
      expect(mark.y).toBeLessThan(high);
      for (const other of marks.slice(index + 1))
        expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThanOrEqual(MARK_APART - 1e-9);
    }
    expect(layOut(place([...even, ...alike].reverse()), wide).marks).toEqual(marks);
  }
});

test('a mark that is alone stands exactly where it belongs, and one that is crowded out stays in its field', () => {
  const field = { left: 0, right: 100, top: 0, bottom: 20 };
  const wish = { at: { x: 50, y: 10 }, field };
  expect(spread([wish], 22)).toEqual([{ x: 50, y: 10 }]);
  const crowd = spread(
    Array.from({ length: 30 }, () => wish),
    22,
  );
  for (const { x, y } of crowd) expect([x >= 0 && x <= 100, y >= 0 && y <= 20]).toEqual([true, true]);
});

test('names are written where they cover nothing', () => {
  const placed = place([card(1, rated(0), rated(0)), card(2, rated(0), rated(0.4)), card(3, rated(3), rated(-2))]);
  const { marks } = layOut(placed, 720);
  const boxes = marks.flatMap(({ label }) => {
    if (label === null) return [];
    const length = label.text.length * 6;
    return [{ left: label.anchor === 'start' ? label.x : label.x - length, length, y: label.y }];
  });
  expect(boxes.length).toBeGreaterThan(1);
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      expect(Math.abs(a.y - b.y) > 10 || a.left + a.length < b.left || b.left + b.length < a.left).toBe(true);
});

test('every place is said in words', () => {
  const [one] = place([card(1, rated(-2), rated(7))]);
  if (one === undefined) throw new Error('it is placed');
  expect(placeInWords(one)).toBe(
    'Course 1: unsolved. Average machine: does it in less than 1 % of tries. Average person: does it in 88 % of tries. Harder for machines, by 9.0.',
  );
  expect(oftenInWords(UNRATED)).toBe('not tried often enough yet');
  expect(gapInWords({ people: rated(1), machines: rated(1), gap: 0 })).toBe('both alike');
});
