/** Which open challenge stands at which gate of the island: stable places, and who makes way when all are taken. */
import type { ChallengeId } from '#shared/base/ids.ts';
import type { Challenge, ChallengeState } from '#shared/records/challenge.ts';

/** States in which a challenge has a gate. */
export const OPEN_STATES = ['frontier', 'solved', 'training'] as const satisfies readonly ChallengeState[];
/** This many gates are kept for training, so that newcomers find something they can do. */
const TRAINING_KEPT = 3;

type Standing = Pick<Challenge, 'id' | 'state' | 'changedAtMs'>;

/** True when the challenge is open and so may have a gate. */
export function isOpen(challenge: Pick<Challenge, 'state'>): boolean {
  return OPEN_STATES.some((state) => state === challenge.state);
}

/**
 * Gives every open challenge a spot 0 … `spots`−1 as long as there are any: who has one keeps it, newcomers take the
 * lowest free one, and when all are taken the frontier stands before what is solved, and that before training, of which
 * three stay. @returns spot by challenge id
 */
export function assignSpots(
  open: readonly Standing[],
  held: ReadonlyMap<ChallengeId, number>,
  spots: number,
): Map<ChallengeId, number> {
  const chosen = choose(open, spots);
  const given = new Map<ChallengeId, number>();
  const taken = new Set<number>();
  for (const { id } of chosen) {
    const spot = held.get(id);
    if (spot === undefined || spot >= spots || taken.has(spot)) continue;
    given.set(id, spot);
    taken.add(spot);
  }
  let free = 0;
  for (const { id } of chosen) {
    if (given.has(id)) continue;
    while (taken.has(free)) free++;
    given.set(id, free);
    taken.add(free);
  }
  return given;
}

function choose(open: readonly Standing[], spots: number): Standing[] {
  const of = (state: ChallengeState) => open.filter((challenge) => challenge.state === state).sort(oldestFirst);
  const training = of('training').reverse();
  const kept = training.slice(0, TRAINING_KEPT);
  const rest = [...of('frontier'), ...of('solved').reverse(), ...training.slice(TRAINING_KEPT)];
  return [...rest.slice(0, Math.max(0, spots - kept.length)), ...kept].slice(0, spots).sort(oldestFirst);
}

function oldestFirst(a: Standing, b: Standing): number {
  return a.changedAtMs - b.changedAtMs || (a.id < b.id ? -1 : 1);
}
