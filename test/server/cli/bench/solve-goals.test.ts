import { expect, test } from 'vitest';
import type { PublishedValue } from '#content/world/record-table.ts';
import { GOAL_FAMILIES, goalOf } from '#server/cli/bench/solve-goals.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';

function goals(family: string, instance: CanonicalValue, value: number | string): readonly number[] {
  const entry: PublishedValue = {
    instance,
    value,
    status: 'claimed',
    proven: false,
    source: 'here',
    sourceDate: '2026',
  };
  return goalOf(family, entry).map(({ goal }) => goal);
}

test('chains up to 48 beads shall be folded as well as published, the cubic 64 to within two contacts', () => {
  const fold = (beads: number, lattice: string) => goals('fold', { sequence: 'H'.repeat(beads), lattice }, 40);
  expect([fold(48, 'square'), fold(48, 'cubic'), fold(64, 'cubic')]).toEqual([[40], [40], [38]]);
  expect([fold(64, 'square'), fold(50, 'cubic'), fold(103, 'cubic')]).toEqual([[], [], []]);
});

test('charges shall come as close as a millionth, 282 of them to within 0.15', () => {
  expect(goals('thomson', { n: 2 }, '0.5')[0]).toBeCloseTo(0.5, 6);
  expect(goals('thomson', { n: 2 }, '0.5')[0]).toBeGreaterThan(0.5);
  expect(goals('thomson', { n: 282 }, '37147.2944')).toEqual([37147.2944 + 0.15]);
  expect(goals('thomson', { n: 150 }, '10000')).toEqual([]);
});

test('points shall match what is known in small grids, and come close in larger ones', () => {
  const three = (n: number, value: number) => goals('no-three-in-line', { n, dimension: 3 }, value);
  expect([three(4, 28), three(5, 40), three(6, 50)]).toEqual([[28], [38], []]);
  const four = (n: number, value: number) => goals('no-four-in-plane', { n }, value);
  expect([four(8, 20), four(9, 23), four(13, 32)]).toEqual([[20], [22], []]);
});

test('a hostile entry sets no goal that could be met by nothing', () => {
  for (const family of GOAL_FAMILIES)
    for (const instance of [null, 7, 'n', [], { n: 'many' }])
      for (const goal of goals(family, instance, 10)) expect(Number.isFinite(goal)).toBe(true);
});
