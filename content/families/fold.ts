/** Fold: bend a chain of H and P beads on a lattice so that as many H beads as possible touch. */

import { sha256 } from '#shared/base/hash.ts';
import { chainOf, firstCrossing, movesOf } from '#shared/maths/lattice.ts';
import { reversedMoves, standardMoves } from '#shared/maths/lattice-symmetry.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Judgement } from '#shared/records/verdict.ts';
import type { Brief, Family } from './family.ts';
import { contactsOf } from './fold/contacts.ts';
import { generateFold } from './fold/generate.ts';
import { type FoldInstance, foldMoves, isPalindrome, parseFold, parseMovesPayload } from './fold/instance.ts';
import { foldKinship } from './fold/kinship.ts';
import { foldLimit } from './fold/limit.ts';
import { coil, showFold } from './fold/show.ts';

/** The registered family; exact integers throughout. */
export const fold: Family<FoldInstance> = {
  id: 'fold',
  rules: 1,
  title: 'Lattice Sculptor',
  hand: 'moves',
  kind: 'record',
  better: 'higher',
  unit: 'contact',
  delta: () => 1,
  parseInstance: parseFold,
  parsePayload: parseMovesPayload,
  generate: async (rng, difficulty) => generateFold(rng, difficulty),
  judge: async (instance, payload) => judgeFold(instance, payload),
  canonical: async (instance, payload) => canonicalFold(instance, payload),
  basin: async (instance, payload) => canonicalFold(instance, payload),
  polish: (_instance, payload) => payload,
  kinship: (instance, payload, known) =>
    foldKinship(instance, foldMoves(payload, instance), foldMoves(known, instance)),
  limit: foldLimit,
  likeness: ({ sequence, lattice }) => {
    const [first = sequence] = [sequence, [...sequence].reverse().join('')].sort();
    return `${lattice}:${first}`;
  },
  brief: briefOf,
  workpiece: ({ sequence, lattice }) => ({
    hand: 'moves',
    beads: sequence,
    lattice,
    start: movesOf(coil(sequence.length)),
  }),
  show: (instance, payload) => showFold(instance, payload === null ? null : foldMoves(payload, instance)),
};

function judgeFold(instance: FoldInstance, payload: Payload): Judgement {
  const chain = chainOf(foldMoves(payload, instance));
  const crossing = firstCrossing(chain);
  if (crossing !== null) {
    const [earlier, later] = crossing;
    const [x, y, z] = chain[later] ?? [0, 0, 0];
    const where = instance.lattice === 'square' ? `${x}, ${y}` : `${x}, ${y}, ${z}`;
    const sentence = `Beads ${earlier + 1} and ${later + 1} stand on one place, at ${where} from the first bead.`;
    return { ok: false, reason: { code: 'fold.crossing', sentence } };
  }
  const value = contactsOf(instance.sequence, chain).length;
  return { ok: true, value, unit: 'contact', digest: sha256(canonicalFold(instance, payload)) };
}

/** One text for all images of a fold under the lattice's symmetries, and for both ways through a palindrome. */
function canonicalFold(instance: FoldInstance, payload: Payload): string {
  const moves = foldMoves(payload, instance);
  const form = standardMoves(moves);
  if (!isPalindrome(instance.sequence)) return form;
  const [first = form] = [form, standardMoves(reversedMoves(moves))].sort();
  return first;
}

function briefOf({ sequence, lattice }: FoldInstance): Brief {
  const count = sequence.split('H').length - 1;
  const room = lattice === 'square' ? 'in the plane' : 'in space';
  return {
    task:
      `Bend this chain of ${sequence.length} beads ${room} so that as many of its ${count} glowing beads as possible ` +
      'stand side by side. No place may hold two beads.',
    science:
      'The HP model of protein folding (Dill, Biochemistry 24, 1985): water drives the oily parts of a protein together, ' +
      'and that alone makes finding the best fold hard, in the plane and in space (Berger and Leighton 1998, Crescenzi ' +
      'and others 1998). Machines search by pulling the chain (Lesh, Mitzenmacher and Whitesides 2003).',
  };
}
