/** The wire form of a fold: a sequence of H and P beads on a lattice, and the moves that draw its chain. */
import { z } from 'zod';
import { DimensionError } from '#shared/base/errors.ts';
import { type Lattice, LETTERS } from '#shared/maths/lattice.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';
import { foldLimit } from './limit.ts';

/** `H` beads like to touch, `P` beads do not care. */
export interface FoldInstance {
  readonly sequence: string;
  readonly lattice: Lattice;
  readonly [key: string]: string;
}

const LEAST_BEADS = 4;
const MOST_BEADS = 250;
const instanceSchema = z.strictObject({
  sequence: z
    .string()
    .max(MOST_BEADS)
    .regex(/^[HP]*$/),
  lattice: z.enum(['square', 'cubic']),
});

/** @throws DimensionError `instance.shape`, `instance.sequence` */
export function parseFold(raw: unknown): FoldInstance {
  const parsed = instanceSchema.safeParse(raw);
  if (!parsed.success)
    throw new DimensionError(
      'instance.shape',
      `A fold has a sequence of at most ${MOST_BEADS} letters H and P and a lattice, square or cubic.`,
      { where: parsed.error.issues[0]?.path.map(String).join('.') ?? '' },
    );
  const { sequence } = parsed.data;
  if (sequence.length < LEAST_BEADS || foldLimit(parsed.data).value < 1)
    throw new DimensionError('instance.sequence', 'No two H beads of this sequence can ever touch.', {
      beads: sequence.length,
    });
  return parsed.data;
}

/** @throws DimensionError `payload.shape`, `payload.kind`, `payload.length`, `payload.moves` */
export function parseMovesPayload(raw: unknown, instance: FoldInstance): Payload {
  const parsed = payloadSchema.safeParse(raw);
  if (!parsed.success) throw new DimensionError('payload.shape', 'This is not a payload of any kind.');
  foldMoves(parsed.data, instance);
  return parsed.data;
}

/** The moves of a payload. @throws DimensionError `payload.kind`, `payload.length`, `payload.moves` */
export function foldMoves(payload: Payload, { sequence, lattice }: FoldInstance): string {
  if (payload.kind !== 'moves')
    throw new DimensionError('payload.kind', `A fold is answered by moves, not by ${payload.kind}.`);
  const { moves } = payload;
  if (moves.length !== sequence.length - 1)
    throw new DimensionError('payload.length', `${sequence.length} beads need ${sequence.length - 1} moves.`, {
      got: moves.length,
    });
  for (const [index, letter] of [...moves].entries())
    if (!LETTERS[lattice].includes(letter))
      throw new DimensionError('payload.moves', `On the ${lattice} lattice a move is one of ${LETTERS[lattice]}.`, {
        index,
        got: letter,
      });
  return moves;
}

/** True when a sequence reads the same from both ends, so that a chain and its reverse are one solution. */
export function isPalindrome(sequence: string): boolean {
  return sequence === [...sequence].reverse().join('');
}
