/** Lists of challenges that hold only so many: however much is open for training, what people hold is never left out. */
import { type Challenge, type ChallengeState, HELD_STATES, isHeld } from '#shared/records/challenge.ts';
import type { StoreReads } from './store-reads.ts';

/** Held ones first, then those in the other `states`; the newest first of each, `limit` in all. */
export async function heldFirst(
  states: readonly ChallengeState[],
  limit: number,
  store: Pick<StoreReads, 'challenges'>,
): Promise<readonly Challenge[]> {
  const held = await store.challenges({ states: HELD_STATES, limit });
  const others = states.filter((state) => !isHeld(state));
  return [...held, ...(await store.challenges({ states: others, limit: limit - held.length }))];
}
