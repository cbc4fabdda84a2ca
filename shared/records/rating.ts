/** How hard a challenge is and how able who tries it, on one logistic scale: people and machines apart. */
import { exp } from '#shared/maths/deterministic.ts';

/** A place on the scale. */
export interface Rating {
  /** Logits: one more, and the odds are 2.7 times as good. 0 is where everybody and everything begins. */
  readonly value: number;
  /** Sessions it was told from. */
  readonly matches: number;
}

/** Before the first session. */
export const UNRATED: Rating = { value: 0, matches: 0 };

/** With fewer sessions a rating is a guess, and is not shown. */
const MATURE = 5;
/** How soon later sessions count less: Pelánek's uncertainty function 1 / (1 + 0.05 n). */
const SETTLING = 0.05;

/** True when enough sessions stand behind a rating to show it. */
export function isMature({ matches }: Rating): boolean {
  return matches >= MATURE;
}

/** Chance 0 … 1 that who is rated `able` does what is rated `hard`. */
export function chanceOf(able: Pick<Rating, 'value'>, hard: Pick<Rating, 'value'>): number {
  return 1 / (1 + exp(hard.value - able.value));
}

/** Both ratings after one session: only solved or not counts, never how fast. */
export interface Rated {
  readonly able: Rating;
  readonly hard: Rating;
}

/**
 * One session as a match: who solves it gains what the challenge loses, each by its own uncertainty.
 * @see Pelánek, "Applications of the Elo rating system in adaptive educational systems", Computers & Education 98 (2016)
 */
export function rate(able: Rating, hard: Rating, solved: boolean): Rated {
  const surprise = (solved ? 1 : 0) - chanceOf(able, hard);
  return { able: moved(able, surprise), hard: moved(hard, -surprise) };
}

/**
 * The core figure: how much harder a challenge is for machines than for people, in logits. Null while either rating is
 * still a guess.
 */
export function ratingGap(people: Rating, machines: Rating): number | null {
  return isMature(people) && isMature(machines) ? machines.value - people.value : null;
}

function moved({ value, matches }: Rating, by: number): Rating {
  return { value: value + by / (1 + SETTLING * matches), matches: matches + 1 };
}
