import { expect, test } from 'vitest';
import { encodeTape } from '#shared/physics/tape.ts';
import { classOf } from '#shared/records/timing.ts';

const tenSeconds = { kind: 'tape', bytes: encodeTape(new Uint8Array(600)) } as const;

test.each([
  [9_400, 'tool'],
  [9_600, 'live'],
  [10_000, 'live'],
  [11_900, 'live'],
  [12_100, 'tool'],
  [0, 'tool'],
])('a run of ten seconds that arrived within %i ms counts as %s', (wallMs, expected) => {
  expect(classOf('live', 'tape', tenSeconds, wallMs)).toBe(expected);
});

test('hands without a clock take as long as they like, and nobody becomes live by being quick', () => {
  expect(classOf('live', 'moves', { kind: 'moves', moves: 'RUL' }, 3_600_000)).toBe('live');
  expect(classOf('machine', 'tape', tenSeconds, 10_000)).toBe('machine');
  expect(classOf('tool', 'tape', tenSeconds, 10_000)).toBe('tool');
});
