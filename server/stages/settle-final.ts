/** Stage: what becomes of a laurel, and of its challenge, at the end of the window: final, or frozen. */

import type { Award } from '#server/ports/chain.ts';
import type { StageNeeds } from '#server/ports/loop.ts';
import type { Opinion } from '#server/ports/second-opinion.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import type { OutboxEntry } from '#server/ports/store-rows.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import { chainValue } from '#shared/protocol/verdict-typed-data.ts';
import { type FrontierRecord, holdersOf, type Laurel, laurelPlace } from '#shared/records/attempt.ts';
import { type Challenge, isOpen } from '#shared/records/challenge.ts';
import { stepOf } from '#shared/records/lifecycle.ts';

const EVERY = 1_000_000;

/** True when another process, from the public files alone, came to the same. */
export function agrees({ ok, value, digest }: Opinion, record: FrontierRecord): boolean {
  return ok && value === record.value && digest === record.digest;
}

/**
 * The laurel is final: it is on its way to the chain. False, and nothing is written, when it is no longer what was
 * verified: it passed to somebody else, or its challenge was frozen or invalidated meanwhile.
 */
export async function settleFinal(
  laurel: Laurel,
  record: FrontierRecord,
  tx: StoreTransaction,
  needs: Pick<StageNeeds, 'calls' | 'signer'>,
): Promise<boolean> {
  if (!(await isAsVerified(laurel, tx))) return false;
  await tx.dropPendingLaurel(laurel.tokenId);
  const place = laurelPlace(await tx.records({ challenge: record.challenge, limit: EVERY }), record.index);
  const ids = holdersOf(record).map((_, holderIndex) => laurelId(record.challenge, place, holderIndex));
  const laurels = (await Promise.all(ids.map((id) => tx.laurel(id)))).filter((one) => one !== null);
  await tx.addOutbox([await outboxEntry(laurels, record, place, needs)]);
  return true;
}

async function isAsVerified(verified: Laurel, tx: StoreTransaction): Promise<boolean> {
  const [laurel, challenge] = [await tx.laurel(verified.tokenId), await tx.challenge(verified.challenge)];
  const isPending = (await tx.pendingLaurels(EVERY)).some(({ tokenId }) => tokenId === verified.tokenId);
  return (
    isPending &&
    laurel?.holder === verified.holder &&
    laurel.recordIndex === verified.recordIndex &&
    challenge !== null &&
    challenge.state !== 'frozen' &&
    challenge.state !== 'invalidated'
  );
}

/** Two judges that differ: nothing of this challenge is believed until the host has looked at it. */
export async function settleDoubt(
  laurel: Laurel,
  opinion: Opinion,
  atMs: number,
  tx: StoreTransaction,
): Promise<Challenge | null> {
  const challenge = await tx.challenge(laurel.challenge);
  if (challenge === null || !isOpen(challenge.state)) return null;
  const step = stepOf(challenge, { kind: 'frozen', why: 'second-opinion' }, atMs, {
    laurel: laurel.tokenId,
    ...opinion,
  });
  await tx.takeStep(step);
  return step.challenge;
}

/** The challenge goes on when nothing that moved it is in its window any more; null while something is. */
export async function settleWindow(
  challenge: Challenge,
  family: 'success' | 'record',
  atMs: number,
  tx: StoreTransaction,
): Promise<Challenge | null> {
  const now = await tx.challenge(challenge.id);
  if (now === null || now.state !== 'advanced' || (await hasPending(now, tx))) return null;
  const step = stepOf(now, { kind: 'settled', family }, atMs);
  await tx.takeStep(step);
  return step.challenge;
}

async function hasPending({ id }: Challenge, tx: StoreTransaction): Promise<boolean> {
  for (const { tokenId } of await tx.pendingLaurels(EVERY))
    if ((await tx.laurel(tokenId))?.challenge === id) return true;
  return false;
}

/** One award for all who hold the record; it goes by the name of the first one's laurel. */
async function outboxEntry(
  laurels: readonly Laurel[],
  record: FrontierRecord,
  place: number,
  { calls, signer }: Pick<StageNeeds, 'calls' | 'signer'>,
): Promise<OutboxEntry> {
  const award: Award = {
    challenge: `0x${record.challenge}`,
    recordIndex: place,
    value: chainValue(record.value),
    digest: `0x${record.digest}`,
    holders: laurels.map(({ holder }) => holder),
    sharesBasisPoints: laurels.map(({ shareBasisPoints }) => shareBasisPoints),
  };
  const { to, data } = calls.award(award, await signer.signAward(award));
  const subject = laurelId(record.challenge, place, 0);
  return { intent: `0x${keccak256(`laurel:${subject}`)}`, kind: 'laurel', to, data, subject };
}
