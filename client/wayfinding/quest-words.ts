/** Why something is offered and how it may go, as plain steps: a chance told from few tries is no percentage. */
import type { Offer } from '#shared/protocol/routes.ts';

/** From likely to hardly. */
export const CHANCES = ['likely', 'even', 'hard', 'rare'] as const;
export type Chance = (typeof CHANCES)[number];
/** Reasons, the most telling first. */
export const REASONS = ['unsolved', 'new-kind', 'level', 'free'] as const;
export type Reason = (typeof REASONS)[number];

/** The lowest chance of each step. */
const FROM: Readonly<Record<Chance, number>> = { likely: 0.68, even: 0.42, hard: 0.18, rare: 0 };
/** This near to every second time is one's level. */
const LEVEL = 0.14;

/** How likely this person does it. */
export function chanceStep(chance: number): Chance {
  return CHANCES.find((step) => chance >= FROM[step]) ?? 'rare';
}

/**
 * What speaks for an offer.
 * @param played kinds of problems that this person has played
 */
export function reasonsFor(
  { state, family, chance, playing }: Pick<Offer, 'state' | 'family' | 'chance' | 'playing'>,
  played: ReadonlySet<string>,
): readonly Reason[] {
  const holds: Readonly<Record<Reason, boolean>> = {
    unsolved: state === 'frontier',
    'new-kind': played.size > 0 && !played.has(family),
    level: Math.abs(chance - 0.5) <= LEVEL,
    free: playing.length === 0,
  };
  return REASONS.filter((reason) => holds[reason]);
}
