/** Stage: rules first, then simulation. A draft that passes is new, can be done, and is not done by doing nothing. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { ChallengeDraft, StageNeeds } from '#server/ports/loop.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { idleTape } from '#shared/physics/idle-tape.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { Payload } from '#shared/records/payload.ts';

/** Challenges that may wait for machines, in all and of one creator. */
const MOST_WAITING = 24;
const MOST_WAITING_OF_ONE = 3;

/**
 * Answers the same draft when it passes.
 * @throws DimensionError `challenge.duplicate`, `challenge.crowd`, `challenge.waiting`, `challenge.no-clear`, `challenge.clear-fails`, `challenge.trivial`
 */
export async function reviewChallenge(
  draft: ChallengeDraft,
  needs: Pick<StageNeeds, 'store' | 'judge'>,
): Promise<ChallengeDraft> {
  const { challenge, clear } = draft;
  await refuseDuplicate(challenge, needs);
  await refuseCrowd(challenge, needs);
  const family = await load(FAMILIES, challenge.file.family);
  // Whatever nobody has ever done looks exactly like the frontier: where success is all there is, proof comes first.
  if (family.kind === 'success' && clear === null)
    throw new DimensionError('challenge.no-clear', 'Play it to the end yourself before you publish it.');
  if (clear !== null) await refuseWrongClear(challenge, clear, needs);
  const idle = idleTape(family.hand, challenge.file.instance);
  if (idle !== null) await refuseTrivial(challenge, idle, needs);
  return draft;
}

async function refuseDuplicate({ id }: Challenge, { store }: Pick<StageNeeds, 'store'>): Promise<void> {
  if ((await store.challenge(id)) !== null)
    throw new DimensionError('challenge.duplicate', 'This very challenge is already in the world.', { id });
}

/** Every challenge costs minutes of machine time, and new accounts cost nobody anything. */
async function refuseCrowd({ creator }: Challenge, { store }: Pick<StageNeeds, 'store'>): Promise<void> {
  const waiting = await store.challenges({ states: ['machine-attempts'], limit: MOST_WAITING });
  if (waiting.length >= MOST_WAITING)
    throw new DimensionError(
      'challenge.crowd',
      'Machines are busy with many challenges; publish yours a little later.',
      {
        waiting: waiting.length,
      },
    );
  const own = waiting.filter((challenge) => challenge.creator === creator).length;
  if (own >= MOST_WAITING_OF_ONE)
    throw new DimensionError('challenge.waiting', 'Machines still try your last challenges; wait for their gates.', {
      waiting: own,
    });
}

async function refuseWrongClear(
  { file }: Challenge,
  clear: Payload,
  { judge }: Pick<StageNeeds, 'judge'>,
): Promise<void> {
  const { verdict } = await judge(file, clear);
  if (!verdict.ok)
    throw new DimensionError(
      'challenge.clear-fails',
      `Your own run does not solve it here: ${verdict.reason.sentence}`,
      { reason: verdict.reason.code },
    );
}

async function refuseTrivial({ file }: Challenge, idle: Payload, { judge }: Pick<StageNeeds, 'judge'>): Promise<void> {
  const { verdict } = await judge(file, idle);
  if (verdict.ok)
    throw new DimensionError('challenge.trivial', 'It solves itself: whoever stands still reaches the goal.');
}
