/** What a browser remembers is parsed, never believed. */
import { expect, test } from 'vitest';
import { FixedSteps } from '#client/play/fixed-steps.ts';
import { friendlyName } from '#client/play/name.ts';
import { FIRST_SETTINGS, parseSettings } from '#client/play/settings.ts';

test('kept settings are read back, and what is wrong falls back one by one', () => {
  const kept = { quality: 'low', sensitivity: 2, inverted: true, reducedMotion: true, ghost: 'own' } as const;
  expect(parseSettings(JSON.stringify(kept))).toEqual(kept);
  expect(
    parseSettings('{"quality":"ultra","sensitivity":99,"inverted":"yes","ghost":"everybody","reducedMotion":true}'),
  ).toEqual({
    ...FIRST_SETTINGS,
    reducedMotion: true,
  });
  for (const text of [null, 'not json', '7', '[]']) expect(parseSettings(text)).toEqual(FIRST_SETTINGS);
});

test('every pair of numbers makes a name of two words that the door takes', () => {
  for (const share of [0, 0.4, 0.999_999]) expect(friendlyName(share, 1 - share)).toMatch(/^[a-z]+ [a-z]+$/);
});

test('steps are due as time goes by, and a page that stood still does not run after the lost time', () => {
  const steps = new FixedSteps();
  let total = 0;
  for (let frame = 0; frame < 144; frame++) total += steps.due(1 / 144);
  expect(total).toBe(60);
  expect(steps.due(30)).toBeLessThanOrEqual(60);
  expect(steps.fraction).toBeGreaterThanOrEqual(0);
  expect(steps.fraction).toBeLessThanOrEqual(1);
});
