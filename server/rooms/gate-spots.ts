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

/** What a newcomer can try, best first, and whether gates may move to have one of it on the plaza. */
export interface FirstTries {
  readonly ids: readonly ChallengeId[];
  /** False while people are there: then it takes its place when it opens, if that is free. */
  readonly mayMove: boolean;
}

/**
 * Gives every open challenge a spot 0 … `spots`−1 as long as there are any: who has one keeps it, newcomers take the
 * lowest free one, and when all are taken what people hold (frontier, then advanced, then solved) stands before what
 * machines do too, of which three stay. One exception: something that a newcomer can try stands on the plaza.
 * @returns spot by challenge id
 */
export function assignSpots(
  open: readonly OpenChallenge[],
  held: ReadonlyMap<ChallengeId, number>,
  spots: number,
  firstTries: FirstTries = { ids: [], mayMove: false },
): Map<ChallengeId, number> {
  const [first] = firstTries.ids;
  const chosen = choose(open, spots, first);
  const given = new Map<ChallengeId, number>();
  const taken = new Set<number>();
  const give = (id: ChallengeId, spot: number) => {
    given.set(id, spot);
    taken.add(spot);
  };
  const isNear = ({ id }: OpenChallenge) => firstTries.ids.includes(id) && (held.get(id) ?? spots) < PLAZA_GATES;
  if (first !== undefined && spots > FIRST_TRY_SPOT && !chosen.some(isNear)) {
    const isFree = !held.has(first) && !chosen.some(({ id }) => held.get(id) === FIRST_TRY_SPOT);
    if (firstTries.mayMove || isFree) give(first, FIRST_TRY_SPOT);
  }
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
