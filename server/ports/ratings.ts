/** Under which names ratings are kept, and what can be told from them. */
import type { Address, ChallengeId } from '#shared/base/ids.ts';
import { type Rating, UNRATED } from '#shared/records/rating.ts';
import type { StoreReads } from './store-reads.ts';

type Reads = Pick<StoreReads, 'rating'>;

/** How hard a challenge is for people. */
export function peopleOn(challenge: ChallengeId): string {
  return `people ${challenge}`;
}

/** How hard a challenge is for machines. */
export function machinesOn(challenge: ChallengeId): string {
  return `machines ${challenge}`;
}

/** How able a person is. */
export function personNamed(address: Address): string {
  return `person ${address}`;
}

/** What is kept under a name, or where everything begins. */
export async function ratingOf(subject: string, reads: Reads): Promise<Rating> {
  const kept = await reads.rating(subject);
  return kept === null ? UNRATED : { value: kept.value, matches: kept.matches };
}

/** How hard a challenge is, for people and for machines. */
export async function difficultiesOf(
  challenge: ChallengeId,
  reads: Reads,
): Promise<{ readonly people: Rating; readonly machines: Rating }> {
  const [people, machines] = await Promise.all([
    ratingOf(peopleOn(challenge), reads),
    ratingOf(machinesOn(challenge), reads),
  ]);
  return { people, machines };
}

/** How able a person is. */
export function abilityOf(address: Address, reads: Reads): Promise<Rating> {
  return ratingOf(personNamed(address), reads);
}
