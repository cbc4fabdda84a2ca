/** Keys may be chosen: no letter of one stands fixed in what the play page shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLAY } from '#client/i18n/english/play.ts';
import { SETTINGS } from '#client/i18n/english/settings.ts';
import { keyLabel } from '#client/i18n/key-words.ts';

const FOLDER = new URL('../../../client/play/', import.meta.url);

test('no panel prints a letter as a key', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.tsx')))
    expect(readFileSync(new URL(file, FOLDER), 'utf8'), file).not.toMatch(/<kbd>\w<\/kbd>/);
});

test('no text names one, but for the buttons of a gamepad', () => {
  const said = Object.entries({ ...PLAY, ...SETTINGS }).filter(([key]) => key !== 'help.pad.names');
  // A and I are words.
  for (const [key, text] of said) expect(JSON.stringify(text), key).not.toMatch(/(?<![\p{L}’{])[B-HJ-Z](?![\p{L}’}])/u);
});

test('a key is called what is written on it', () => {
  expect(['KeyR', 'Space', 'ShiftLeft', 'ArrowUp', 'Digit7'].map(keyLabel)).toEqual(['R', 'Space', 'Shift', '↑', '7']);
});
