/** Where a challenge stands on the map of the frontier: how hard it is for machines and for people. */
import { type Group, groupOf } from '#client/ui/challenge-group.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { chanceOf, isMature, type Rating } from '#shared/records/rating.ts';

/** A challenge on the map. */
export interface Placed {
  readonly card: ChallengeCard;
  readonly group: Group;
  /** How hard it is, 0 … 1: for machines (to the right) and for people (upwards); null while that is a guess. */
  readonly machines: number | null;
  readonly people: number | null;
}

/** Where both axes begin and end, logits. */
const EASY = -3.5;
const HARD = 5;

/** In the order in which the map is read: the hardest for machines against people first, what is not rated last. */
export function place(cards: readonly ChallengeCard[]): readonly Placed[] {
  return cards
    .map((card) => ({
      card,
      group: groupOf(card.state),
      machines: shareOf(card.difficulty.machines),
      people: shareOf(card.difficulty.people),
    }))
    .sort(inReadingOrder);
}

function inReadingOrder(a: Placed, b: Placed): number {
  return (
    last(b.card.difficulty.gap) - last(a.card.difficulty.gap) ||
    last(b.machines) - last(a.machines) ||
    last(b.people) - last(a.people) ||
    (a.card.id < b.card.id ? -1 : 1)
  );
}

/** Below every figure there is. */
function last(value: number | null): number {
  return value ?? -1e6;
}

/** Marks of both axes: how often an average one does it, %, with the place. */
export const TICKS: readonly { readonly percent: number; readonly at: number }[] = [90, 50, 10, 1].map((percent) => ({
  percent,
  at: along(Math.log(100 / percent - 1)),
}));

/** How often an average one does it, 0 … 1; null while that is a guess. */
export function oftenOf(rating: Rating): number | null {
  return isMature(rating) ? chanceOf({ value: 0 }, rating) : null;
}

function shareOf(rating: Rating): number | null {
  return isMature(rating) ? along(rating.value) : null;
}

function along(value: number): number {
  return Math.min(1, Math.max(0, (value - EASY) / (HARD - EASY)));
}
