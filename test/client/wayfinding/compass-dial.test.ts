import { expect, test } from 'vitest';
import { bearingOf, directionOf, headingOfYaw, isInView, SPAN, shareOf } from '#client/wayfinding/compass-dial.ts';

const HERE = { x: 5, z: -3 };
const off = (x: number, z: number) => ({ x: HERE.x + x, z: HERE.z + z });

test('bearings go clockwise from the north, which is −Z', () => {
  expect(bearingOf(HERE, off(0, -9))).toBeCloseTo(0);
  expect(bearingOf(HERE, off(9, 0))).toBeCloseTo(Math.PI / 2);
  expect(bearingOf(HERE, off(0, 9))).toBeCloseTo(Math.PI);
  expect(bearingOf(HERE, off(-9, 0))).toBeCloseTo((Math.PI * 3) / 2);
});

test('what the eye looks at stands in the middle, what is to its right on the right', () => {
  // A camera that has turned a quarter to the left looks west.
  const west = headingOfYaw(Math.PI / 2);
  expect(shareOf(bearingOf(HERE, off(-4, 0)), west)).toBeCloseTo(0);
  expect(shareOf(bearingOf(HERE, off(-4, -1)), west)).toBeGreaterThan(0);
  expect(shareOf(bearingOf(HERE, off(-4, 1)), west)).toBeLessThan(0);
});

test('the strip goes on over the north: just left of it is at the left, not a whole turn away', () => {
  const turn = Math.PI * 2;
  expect(shareOf(turn - 0.1, 0.1)).toBeCloseTo(-0.2 / SPAN);
  expect(shareOf(0.1, turn - 0.1)).toBeCloseTo(0.2 / SPAN);
  for (let step = 0; step < 64; step++) {
    const share = shareOf(1 + (step / 64) * turn, 1 + turn * 3);
    expect(Math.abs(share)).toBeLessThanOrEqual(Math.PI / SPAN + 1e-9);
  }
});

test('what stands behind is not in view', () => {
  expect(isInView(shareOf(Math.PI, 0))).toBe(false);
  expect(isInView(shareOf(SPAN / 2 - 0.01, 0))).toBe(true);
  expect(isInView(shareOf(SPAN / 2 + 0.01, 0))).toBe(false);
});

test('directions in words are the nearest of eight, round the north too', () => {
  expect(directionOf(0.3)).toBe('north');
  expect(directionOf(Math.PI * 2 - 0.3)).toBe('north');
  expect(directionOf(Math.PI / 4)).toBe('north-east');
  expect(directionOf((Math.PI * 5) / 4)).toBe('south-west');
  expect(directionOf(-Math.PI / 2)).toBe('west');
});
