/** Which hand takes up a workpiece: the one place that knows them all. */
import type { Workpiece } from '#content/families/family.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Hand } from './hand.ts';
import { MovesHand } from './moves-hand.ts';
import { PointsHand } from './points-hand.ts';
import { VectorsHand } from './vectors-hand.ts';

/**
 * The hand for a workpiece.
 * @throws DimensionError `bench.hand` for one that is played elsewhere, or nowhere yet
 */
export function openHand(piece: Workpiece): Hand {
  switch (piece.hand) {
    case 'moves':
      return new MovesHand(piece);
    case 'points':
      return new PointsHand(piece);
    case 'vectors':
      return new VectorsHand(piece);
    default:
      throw new DimensionError('bench.hand', 'This kind of problem cannot be played here yet.', { hand: piece.hand });
  }
}
