import { expect, test } from 'vitest';
import { advances } from '#content/families/family.ts';
import { contactsOf } from '#content/families/fold/contacts.ts';
import { foldLimit } from '#content/families/fold/limit.ts';
import { fold } from '#content/families/fold.ts';
import { Rng } from '#shared/base/rng.ts';
import { chainOf, firstCrossing, type Lattice, LETTERS } from '#shared/maths/lattice.ts';
import { reversedMoves, symmetriesOf, transform } from '#shared/maths/lattice-symmetry.ts';

const moves = (text: string) => ({ kind: 'moves', moves: text }) as const;
const parse = (sequence: string, lattice: Lattice) => fold.parseInstance({ sequence, lattice });

/** The most contacts of any fold, by trying all of them. */
function bestOfAll(sequence: string, lattice: Lattice, sofar = 'R'): number {
  if (firstCrossing(chainOf(sofar)) !== null) return -1;
  if (sofar.length === sequence.length - 1) return contactsOf(sequence, chainOf(sofar)).length;
  return Math.max(...[...LETTERS[lattice]].map((letter) => bestOfAll(sequence, lattice, sofar + letter)));
}

test('a known fold of 36 beads has its 14 contacts, and the brief speaks of it', async () => {
  const instance = parse('PPPHHPPHHPPPPPHHHHHHHPPHHPPPPHHPPHPP', 'square');
  const payload = moves('DLDDRDLDDDLLUURULURUULDLLLDRRDLDRDD');
  expect(await fold.judge(instance, payload)).toMatchObject({ ok: true, value: 14, unit: 'contact' });
  expect(fold.limit(instance)?.value).toBe(14);
  expect(fold.brief(instance).task).toContain('36 beads in the plane');
  const drawing = fold.show(instance, payload);
  expect(drawing.beams.length).toBe(14);
  expect(drawing.points.length).toBe(36);
});

test('beads on one place are named, counted from one, and drawn in red', async () => {
  const instance = parse('HPPHHH', 'square');
  const judgement = await fold.judge(instance, moves('RULDR'));
  expect(judgement).toMatchObject({ ok: false, reason: { code: 'fold.crossing' } });
  expect(judgement.ok || judgement.reason.sentence).toBe(
    'Beads 1 and 5 stand on one place, at 0, 0 from the first bead.',
  );
  const red = fold.show(instance, moves('RULDR')).points.filter(({ colour }) => colour === '#ff4a4a');
  // Beads 1 and 5, and bead 6 which falls on bead 2.
  expect(red.length).toBe(4);
});

test.each([
  ['a sequence of other letters', { sequence: 'HPXH', lattice: 'square' }, 'instance.shape'],
  ['a sequence without end', { sequence: 'HP'.repeat(500_000), lattice: 'square' }, 'instance.shape'],
  ['another lattice', { sequence: 'HPPH', lattice: 'hexagonal' }, 'instance.shape'],
  ['more than is asked', { sequence: 'HPPH', lattice: 'cubic', limit: 3 }, 'instance.shape'],
  ['a number as sequence', { sequence: Number.NaN, lattice: 'cubic' }, 'instance.shape'],
  ['three beads', { sequence: 'HPH', lattice: 'cubic' }, 'instance.sequence'],
  ['H beads of one parity', { sequence: 'HPHPHPH', lattice: 'cubic' }, 'instance.sequence'],
  ['no H at all', { sequence: 'PPPPPPPP', lattice: 'square' }, 'instance.sequence'],
])('%s is refused', (_, raw, code) => {
  expect(() => fold.parseInstance(raw)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['too few moves', moves('RU'), 'payload.length'],
  ['too many', moves('RULU'), 'payload.length'],
  ['a move out of the plane', moves('RUF'), 'payload.moves'],
  ['no letter of a move', { kind: 'moves', moves: 'RUX' }, 'payload.shape'],
  ['a megabyte', { kind: 'moves', moves: 'R'.repeat(1_000_000) }, 'payload.shape'],
  ['points', { kind: 'points', points: [] }, 'payload.kind'],
])('%s is no answer', (_, raw, code) => {
  expect(() => fold.parsePayload(raw, parse('HPPH', 'square'))).toThrow(expect.objectContaining({ code }));
});

test.each(['square', 'cubic'] as const)(
  'images of a fold under the symmetries of the %s lattice are one solution',
  async (lattice) => {
    const rng = new Rng(lattice);
    for (const difficulty of [0, 0.4, 0.7, 1]) {
      const { instance, witness } = await fold.generate(rng.fork(difficulty), difficulty);
      if (witness?.kind !== 'moves') throw new RangeError('no witness');
      const form = await fold.canonical(instance, witness);
      const judged = await fold.judge(instance, witness);
      const image = moves(transform(witness.moves, rng.pick(symmetriesOf(instance.lattice))));
      expect(await fold.canonical(instance, image)).toBe(form);
      expect(await fold.basin(instance, image)).toBe(form);
      expect(await fold.judge(instance, image)).toEqual(judged);
      expect(fold.kinship(instance, image, witness)).toBe(1);
    }
  },
);

test('a palindrome folded from its other end is the same solution, another sequence is not', async () => {
  const one = moves('RRUUL');
  const other = moves(reversedMoves(one.moves));
  const palindrome = parse('HPHHPH', 'square');
  expect(await fold.canonical(palindrome, other)).toBe(await fold.canonical(palindrome, one));
  const plain = parse('HPHHPP', 'square');
  expect(await fold.canonical(plain, other)).not.toBe(await fold.canonical(plain, one));
});

test('a sequence written from its other end is the same challenge', () => {
  expect(fold.likeness(parse('HHPPPH', 'cubic'))).toBe(fold.likeness(parse('HPPPHH', 'cubic')));
  expect(fold.likeness(parse('HHPPPH', 'square'))).not.toBe(fold.likeness(parse('HPPPHH', 'cubic')));
});

test('a fold is kin to another as far as their longest common part', () => {
  const instance = parse('HPPHPPHPPHH', 'square');
  const whole = moves('RRURRURRUR');
  expect(fold.kinship(instance, whole, whole)).toBe(1);
  // The first seven moves as the plane turned shows them, then three of its own.
  expect(fold.kinship(instance, whole, moves('UULUULURRR'))).toBe(0.7);
});

test.each(['square', 'cubic'] as const)(
  'on the %s lattice no fold of short random sequences passes the limit',
  (lattice) => {
    const rng = new Rng(lattice);
    const beads = lattice === 'square' ? 9 : 7;
    let met = 0;
    for (let round = 0; round < 8; round++) {
      const sequence = Array.from({ length: beads }, () => (rng.chance(0.6) ? 'H' : 'P')).join('');
      const best = bestOfAll(sequence, lattice);
      const limit = foldLimit({ sequence, lattice }).value;
      expect(best).toBeLessThanOrEqual(limit);
      if (best === limit) met++;
    }
    expect(met).toBeGreaterThan(0);
  },
);

test('chains of H alone are held by what the lattice lets touch', () => {
  // 8 cells of a cube touch 12 times, 7 of them along the chain; 9 of a square 12 times, 8 along the chain.
  expect(foldLimit({ sequence: 'HHHHHHHH', lattice: 'cubic' }).value).toBe(5);
  expect(foldLimit({ sequence: 'HHHHHHHHH', lattice: 'square' }).value).toBe(4);
  expect(foldLimit({ sequence: 'H'.repeat(27), lattice: 'cubic' }).value).toBe(54 - 26);
  expect(foldLimit({ sequence: 'HPPH', lattice: 'cubic' }).value).toBe(1);
});

test('one contact more is an advance, none is not', () => {
  expect(advances(fold, 32, 31)).toBe(true);
  expect(advances(fold, 31, 31)).toBe(false);
});

test('what lies on the workbench holds, and harder sequences are longer', async () => {
  const lengths: number[] = [];
  for (const difficulty of [0, 0.5, 1]) {
    const { instance } = await fold.generate(new Rng('bench'), difficulty);
    const piece = fold.workpiece(instance);
    if (piece.hand !== 'moves') throw new RangeError(piece.hand);
    expect(piece.beads).toBe(instance.sequence);
    expect(await fold.judge(instance, moves(piece.start))).toMatchObject({ ok: true });
    lengths.push(instance.sequence.length);
  }
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  expect(lengths[0]).toBeLessThan(13);
  expect(lengths[2]).toBeGreaterThan(90);
});

test('every new sequence is an instance, and its hidden fold holds with at least three contacts', async () => {
  for (let seed = 0; seed < 120; seed++) {
    const { instance, witness } = await fold.generate(new Rng(`new${seed}`), (seed % 6) / 5);
    expect(fold.parseInstance(instance)).toEqual(instance);
    const judgement = await fold.judge(instance, fold.parsePayload(witness, instance));
    expect(judgement.ok && Number(judgement.value)).toBeGreaterThanOrEqual(3);
    expect(judgement.ok && Number(judgement.value)).toBeLessThanOrEqual(foldLimit(instance).value);
  }
});
