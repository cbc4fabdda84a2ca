/** What a browser is asked for before anything is fetched for it. */
import { expect, test } from 'vitest';
import { savesData } from '#client/play/abilities.ts';

test('whoever saves data is known by their browser’s word, and nobody else', () => {
  const saves = (browser: object) => savesData(browser as Navigator);
  expect(saves({ connection: { saveData: true } })).toBe(true);
  for (const browser of [{}, { connection: null }, { connection: {} }, { connection: { saveData: false } }])
    expect(saves(browser)).toBe(false);
});
