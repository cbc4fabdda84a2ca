/** Stage: what was handed in becomes an attempt with a verdict, by the one judge for people and machines. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { StageNeeds, VerifiedAttempt } from '#server/ports/loop.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { attemptId, parseChallengeId } from '#shared/base/ids.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { HandedIn } from '#shared/records/proposal.ts';
import { classOf } from '#shared/records/timing.ts';

/** States in which a challenge takes attempts. */
const OPEN: readonly Challenge['state'][] = ['training', 'frontier', 'solved'];

/**
 * @throws DimensionError `challenge.id`, `challenge.unknown`, `challenge.closed`, `attempt.known`, `payload.*`, or
 *   `pool.*` when the judge could not be reached: then nothing was decided
 */
export async function verify(handedIn: HandedIn, needs: Pick<StageNeeds, 'store' | 'judge'>): Promise<VerifiedAttempt> {
  const challenge = await needs.store.challenge(parseChallengeId(handedIn.challenge));
  if (challenge === null) throw new DimensionError('challenge.unknown', 'There is no such challenge in this world.');
  if (!OPEN.includes(challenge.state))
    throw new DimensionError('challenge.closed', 'This challenge takes no attempts now.', { state: challenge.state });
  const family = await load(FAMILIES, challenge.file.family);
  const instance = family.parseInstance(challenge.file.instance);
  const payload = family.parsePayload(handedIn.payload, instance);
  const { actor } = handedIn;
  const id = attemptId({ actor: actor.address, challenge: challenge.id, payload });
  if ((await needs.store.attempt(id)) !== null)
    throw new DimensionError('attempt.known', 'You handed in this very attempt before.', { attempt: id });
  const { verdict, canonical } = await needs.judge(challenge.file, payload);
  return {
    challenge,
    attempt: {
      id,
      challenge: challenge.id,
      actor,
      class: classOf(handedIn.class, family.hand, payload, handedIn.wallMs),
      payload,
      wallMs: handedIn.wallMs,
      receivedAtMs: handedIn.atMs,
      verdict,
    },
    canonical,
  };
}
