import { expect, test } from 'vitest';
import { valueText } from '#shared/records/value-text.ts';

test.each([
  [372, 'tick', '6.20 s'],
  ['60', 'tick', '1.00 s'],
  [1, 'contact', '1 contact'],
  [23, 'contact', '23 contacts'],
])('%s %s is said as %s', (value, unit, text) => {
  expect(valueText(value, unit)).toBe(text);
});
