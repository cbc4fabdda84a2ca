import { expect, test } from 'vitest';
import { Rng } from '#shared/base/rng.ts';
import { chainOf, firstCrossing, LETTERS, movesOf } from '#shared/maths/lattice.ts';
import { reversedMoves, standardMoves, symmetriesOf, transform } from '#shared/maths/lattice-symmetry.ts';

const LATTICES = ['square', 'cubic'] as const;

function randomMoves(rng: Rng, lattice: (typeof LATTICES)[number]): string {
  return Array.from({ length: rng.int(0, 40) }, () => rng.pick([...LETTERS[lattice]])).join('');
}

test('moves and the chain they draw say the same', () => {
  const rng = new Rng('moves');
  for (let round = 0; round < 50; round++) {
    const moves = randomMoves(rng, 'cubic');
    expect(movesOf(chainOf(moves))).toBe(moves);
  }
});

test('the first crossing is the first bead that comes back, and straight chains have none', () => {
  expect(firstCrossing(chainOf('RRR'))).toBeNull();
  expect(firstCrossing(chainOf('RULDR'))).toEqual([0, 4]);
  expect(firstCrossing(chainOf('FFBU'))).toEqual([1, 3]);
});

test.each([
  ['square', 8],
  ['cubic', 48],
] as const)('the %s lattice has %d symmetries, all different, closed under composition', (lattice, count) => {
  const symmetries = symmetriesOf(lattice);
  expect(new Set(symmetries).size).toBe(count);
  for (const one of symmetries.slice(0, 12))
    for (const other of symmetries) expect(symmetries).toContain(transform(one, other));
});

test.each(LATTICES)(
  'the standard form on the %s lattice is one of the images and the same for all of them',
  (lattice) => {
    const rng = new Rng(lattice);
    for (let round = 0; round < 20; round++) {
      const moves = randomMoves(rng, lattice);
      const images = symmetriesOf(lattice).map((symmetry) => transform(moves, symmetry));
      const form = standardMoves(moves);
      expect(images).toContain(form);
      for (const image of images) expect(standardMoves(image)).toBe(form);
    }
  },
);

test('moves that no symmetry joins have different standard forms', () => {
  const forms = new Set(['RRR', 'RRU', 'RUR', 'RUL', 'RUU', 'RUF', 'RUFR'].map(standardMoves));
  expect(forms.size).toBe(7);
  expect(standardMoves('BDDL')).toBe('RUUF');
});

test('a chain from its other end is the same set of places', () => {
  const moves = 'RRUFUL';
  const reversed = movesOf([...chainOf(moves)].reverse());
  expect(standardMoves(reversed)).toBe(standardMoves(reversedMoves(moves)));
});
