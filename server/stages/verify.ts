/** Stage: what was handed in becomes an attempt with a verdict, by the one judge for people and machines. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { StageNeeds, VerifiedAttempt } from '#server/ports/loop.ts';
import { opensAnew } from '#server/ports/seals.ts';
import type { Commitment } from '#server/ports/store-rows.ts';
import { attemptId } from '#shared/base/content-ids.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type AttemptId, type ChallengeId, parseChallengeId } from '#shared/base/ids.ts';
import type { Actor } from '#shared/records/actor.ts';
import { makersOf } from '#shared/records/attempt.ts';
import { isOpen } from '#shared/records/challenge.ts';
import { commitmentOf, SEAL_DAYS, sealHolds } from '#shared/records/commitment.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { HandedIn } from '#shared/records/proposal.ts';
import { classOf } from '#shared/records/timing.ts';

/** Published certificates of a challenge that a new one may be derived from: the newest. */
const KIN_LOOKED_AT = 8;
const EVERY = 1_000_000;

/**
 * @throws DimensionError `challenge.id`, `challenge.unknown`, `challenge.closed`, `attempt.known`, `payload.*`,
 *   `commit.unknown`, or `pool.*` when the judge could not be reached: then nothing was decided
 */
export async function verify(handedIn: HandedIn, needs: Pick<StageNeeds, 'store' | 'judge'>): Promise<VerifiedAttempt> {
  const challenge = await needs.store.challenge(parseChallengeId(handedIn.challenge));
  if (challenge === null) throw new DimensionError('challenge.unknown', 'There is no such challenge in this world.');
  if (!isOpen(challenge.state))
    throw new DimensionError('challenge.closed', 'This challenge takes no attempts now.', { state: challenge.state });
  const family = await load(FAMILIES, challenge.file.family);
  const instance = family.parseInstance(challenge.file.instance);
  const payload = family.parsePayload(handedIn.payload, instance);
  const { actor } = handedIn;
  const id = attemptId({ actor: actor.address, challenge: challenge.id, payload });
  const seal = await sealOf(challenge.id, payload, handedIn, needs);
  if ((await needs.store.attempt(id)) !== null && !(await opensAnew(seal, id, needs)))
    throw new DimensionError('attempt.known', 'You handed in this very attempt before.', { attempt: id });
  if (handedIn.salt !== undefined && seal === null)
    throw new DimensionError(
      'commit.unknown',
      `You did not seal this solution with this salt in the last ${SEAL_DAYS} days; hand it in without one.`,
    );
  const consent = await consentOf(handedIn, needs);
  const known = await certificatesOf(challenge.id, needs);
  const judged = await needs.judge(challenge.file, payload, {
    polish: true,
    known: known.map((certificate) => certificate.payload),
  });
  const { polished } = judged;
  const best = polished ?? { payload, ...judged };
  return {
    challenge,
    attempt: {
      id,
      challenge: challenge.id,
      actor,
      ...(handedIn.party === undefined ? {} : { party: handedIn.party }),
      class: classOf(handedIn.class, family.hand, payload, handedIn.wallMs),
      payload: best.payload,
      ...(polished === null ? {} : { handedIn: payload }),
      wallMs: handedIn.wallMs,
      receivedAtMs: handedIn.atMs,
      ...(consent === null ? {} : { consent }),
      verdict: best.verdict,
    },
    canonical: best.canonical,
    basin: best.basin,
    kin: known.map((certificate, index) => ({ attempt: certificate.attempt, share: judged.kinship[index] ?? 0 })),
    seal,
  };
}

/**
 * Whether solvers may learn from it, which takes the word of everybody who made it: one no is a no, and null where
 * somebody was never asked. A host has said yes for its automata by running them.
 */
async function consentOf(handedIn: HandedIn, { store }: Pick<StageNeeds, 'store'>): Promise<boolean | null> {
  const { actor, consent } = handedIn;
  if (actor.kind === 'automaton') return true;
  const wordOf = ({ address }: Actor) =>
    address === actor.address && consent !== undefined ? consent : store.consent(address);
  const words = await Promise.all(makersOf(handedIn).map(wordOf));
  if (words.includes(false)) return false;
  return words.includes(null) ? null : true;
}

/** The newest certificates that everybody can see. */
async function certificatesOf(
  challenge: ChallengeId,
  { store }: Pick<StageNeeds, 'store'>,
): Promise<readonly { readonly attempt: AttemptId; readonly payload: Payload }[]> {
  const records = (await store.records({ challenge, limit: EVERY })).slice(-KIN_LOOKED_AT);
  const attempts = await Promise.all(records.map((record) => store.attempt(record.attempt)));
  return attempts.filter((attempt) => attempt !== null).map(({ id, payload }) => ({ attempt: id, payload }));
}

/** The seal that is opened now, if it still holds. */
async function sealOf(
  challenge: ChallengeId,
  payload: Payload,
  { salt, atMs, actor: { address } }: HandedIn,
  { store }: Pick<StageNeeds, 'store'>,
): Promise<Commitment | null> {
  if (salt === undefined) return null;
  const sealed = await store.commitment({ challenge, address, hash: commitmentOf({ payload, salt, address }) });
  return sealed !== null && sealHolds(sealed, atMs) ? sealed : null;
}
