/** The sky follows the frontier: what people hold makes the day, how long it stood still the weather. */
import { expect, test } from 'vitest';
import { moodOf, moodWords } from '#client/play/sky-mood.ts';
import { DAWN, Weather } from '#client/scene/atmosphere.ts';

const NEW = { unsolved: 12, held: 0, quietHours: null };

test('a new world stands in a fair dawn', () => {
  expect(moodOf(NEW)).toEqual(DAWN);
  expect(moodWords(moodOf(NEW))).toEqual({ hour: 'dawn', weather: 'fair' });
});

test('the day grows with what people hold, and it is night when nothing is left for them', () => {
  const hour = (unsolved: number, held: number) => moodWords(moodOf({ ...NEW, unsolved, held })).hour;
  expect([hour(12, 0), hour(6, 6), hour(0, 12), hour(0, 0)]).toEqual(['dawn', 'day', 'evening', 'night']);
  let before = -1;
  for (let held = 0; held <= 12; held++) {
    const { day } = moodOf({ ...NEW, unsolved: 12 - held, held });
    expect(day).toBeGreaterThan(before);
    before = day;
  }
});

test('a frontier that has just moved shines, one that stands still clouds over until it rains', () => {
  const weather = (quietHours: number) => moodWords(moodOf({ ...NEW, quietHours })).weather;
  expect([0, 10, 60, 300].map(weather)).toEqual(['ribbons', 'fair', 'cloudy', 'rain']);
  for (const quietHours of [0, 5, 50, 500, 65_000])
    for (const share of Object.values(moodOf({ ...NEW, quietHours }))) expect(share >= 0 && share <= 1).toBe(true);
});

test('one mood glides into the next and comes to rest exactly there; the first one is there at once', () => {
  const weather = new Weather();
  const before = weather.shared.uZenith.value.clone();
  weather.set({ ...DAWN, night: 1, clouds: 1 });
  weather.frame(1 / 60);
  expect(weather.now.night).toBeGreaterThan(0);
  expect(weather.now.night).toBeLessThan(0.01);
  for (let frame = 0; frame < 60 * 60; frame++) weather.frame(1 / 60);
  expect(weather.now).toEqual({ ...DAWN, night: 1, clouds: 1 });
  weather.set(DAWN, true);
  expect(weather.now).toEqual(DAWN);
  expect(weather.shared.uZenith.value.equals(before)).toBe(true);
  expect(weather.shared.uSun.value.length()).toBeCloseTo(1);
});

test('a mood that is only pretended is gone at once, also when the true one changed meanwhile', () => {
  const weather = new Weather();
  weather.set({ ...DAWN, day: 0.5 }, true);
  weather.pretend({ ...DAWN, night: 1 });
  expect(weather.now.night).toBe(1);
  weather.pretend(null);
  expect(weather.now).toEqual({ ...DAWN, day: 0.5 });
  weather.pretend({ ...DAWN, night: 1 });
  weather.set({ ...DAWN, rain: 1 });
  weather.pretend(null);
  expect(weather.now).toEqual({ ...DAWN, rain: 1 });
});
