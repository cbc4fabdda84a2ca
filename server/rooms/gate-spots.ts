/** Which open challenge stands at which gate of the island: stable places, and who makes way when all are taken. */
import { FIRST_TRY_SPOT, PLAZA_GATES } from '#content/world/island.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import {
  type Challenge,
  type ChallengeState,
  HELD_STATES,
  OPEN_STATES,
  PRACTICE_STATES,
} from '#shared/records/challenge.ts';

/** This many gates are kept for training, so that newcomers find something they can do. */
const TRAINING_KEPT = 3;

type OpenChallenge = Pick<Challenge, 'id' | 'state' | 'changedAtMs'>;

/**
 * Gives every open challenge a spot 0 … `spots`−1 as long as there are any: who has one keeps it, newcomers take the
 * lowest free one, and when all are taken what people hold (frontier, then advanced, then solved) stands before what
 * machines do too, of which three stay. One exception: something that a newcomer can try stands on the plaza.
 * @param firstTries what a newcomer can try, best first
 * @returns spot by challenge id
 */
export function assignSpots(
  open: readonly OpenChallenge[],
  held: ReadonlyMap<ChallengeId, number>,
  spots: number,
  firstTries: readonly ChallengeId[] = [],
): Map<ChallengeId, number> {
  const chosen = choose(open, spots, firstTries[0]);
  const given = new Map<ChallengeId, number>();
  const taken = new Set<number>();
  const give = (id: ChallengeId, spot: number) => {
    given.set(id, spot);
    taken.add(spot);
  };
  const standsNear = firstTries.some(
    (id) => (held.get(id) ?? spots) < PLAZA_GATES && chosen.some((one) => one.id === id),
  );
  const [first] = firstTries;
  if (first !== undefined && !standsNear && spots > FIRST_TRY_SPOT) give(first, FIRST_TRY_SPOT);
  for (const { id } of chosen) {
    const spot = held.get(id);
    if (!given.has(id) && spot !== undefined && spot < spots && !taken.has(spot)) give(id, spot);
  }
  let free = 0;
  for (const { id } of chosen) {
    if (given.has(id)) continue;
    while (taken.has(free)) free++;
    give(id, free);
  }
  return given;
}

function choose(open: readonly OpenChallenge[], spots: number, first: ChallengeId | undefined): OpenChallenge[] {
  const among = (...states: readonly ChallengeState[]) =>
    open.filter((challenge) => states.includes(challenge.state)).sort(oldestFirst);
  const newest = among(...PRACTICE_STATES).reverse();
  const training = [...newest.filter(({ id }) => id === first), ...newest.filter(({ id }) => id !== first)];
  const kept = training.slice(0, TRAINING_KEPT);
  const [unsolved, ...moved] = HELD_STATES;
  const rest = [...among(unsolved), ...among(...moved).reverse(), ...training.slice(TRAINING_KEPT)];
  return [...rest.slice(0, Math.max(0, spots - kept.length)), ...kept].slice(0, spots).sort(firstSeenFirst);
}

/** The lowest spots are the first in view for whoever comes in: there stands what nobody solved yet. */
function firstSeenFirst(a: OpenChallenge, b: OpenChallenge): number {
  return rank(a) - rank(b) || oldestFirst(a, b);
}

function rank({ state }: OpenChallenge): number {
  const order: readonly ChallengeState[] = OPEN_STATES;
  return order.indexOf(state);
}

function oldestFirst(a: OpenChallenge, b: OpenChallenge): number {
  return a.changedAtMs - b.changedAtMs || (a.id < b.id ? -1 : 1);
}
