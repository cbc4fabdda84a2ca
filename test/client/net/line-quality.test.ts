import { expect, test } from 'vitest';
import { LineQuality } from '#client/net/line-quality.ts';

/** Plays patches every 50 ms from `from` to `to`, looked at each time; each input is used `roundTripMs` after it left. */
function play(line: LineQuality, from: number, to: number, roundTripMs: number): void {
  for (let ms = from; ms < to; ms += 50) {
    line.sent(ms / 50, ms);
    line.heard((ms - roundTripMs) / 50, ms);
    line.isWeak(ms);
  }
}

test('a line with short round trips and no pauses is not weak, and one pause alone says nothing', () => {
  const line = new LineQuality();
  play(line, 0, 5_000, 100);
  expect(line.roundTripMs).toBeCloseTo(100, 0);
  expect(line.isWeak(5_000)).toBe(false);
  play(line, 5_800, 8_000, 100);
  expect(line.isWeak(8_000)).toBe(false);
});

test('round trips of half a second are told, and the word goes away once they are short again', () => {
  const line = new LineQuality();
  play(line, 0, 10_000, 500);
  expect(line.isWeak(10_000)).toBe(true);
  play(line, 10_000, 13_000, 100);
  expect(line.isWeak(13_000)).toBe(true);
  play(line, 13_000, 20_000, 100);
  expect(line.isWeak(20_000)).toBe(false);
});

test('three pauses within twelve seconds, or silence, are told; a page that stood still is no line', () => {
  const line = new LineQuality();
  for (const from of [0, 2_000, 4_000, 6_000]) play(line, from, from + 1_200, 100);
  expect(line.isWeak(7_200)).toBe(true);
  line.forget(7_200);
  expect(line.isWeak(7_200)).toBe(false);
  expect(line.isWeak(8_800)).toBe(true);
});
