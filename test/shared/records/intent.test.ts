import { expect, test } from 'vitest';
import { plainText } from '#shared/records/intent.ts';

const title = plainText(20);

test.each(['a', 'Größe', '高い塔', 'ok 🏰', 'é́', '  trimmed  '])('%j is plain text', (text) => {
  expect(title.parse(text)).toBe(text.trim());
});

test.each([
  ['a code point that no picture may hold', 'a\uFFFF'],
  ['its neighbour', 'a\uFFFE'],
  ['a noncharacter of another plane', 'a\u{1FFFE}'],
  ['a noncharacter of the Arabic block', 'a\uFDD0'],
  ['half a character', 'a\uD800'],
  ['a control character', 'a\u0007'],
  ['a sign that turns the direction', 'a\u202E'],
  ['a sign of private use', 'a\uE000'],
  ['markup', '<b>'],
  ['nothing', '   '],
  ['too much', 'x'.repeat(21)],
])('%s is refused', (_, text) => {
  expect(title.safeParse(text).success).toBe(false);
});
