/** Stage: writes an attempt and all that follows from it (record, laurel, chain write) in the caller's transaction. */

import type { Award } from '#server/ports/chain.ts';
import type { SettledAttempt, StageNeeds, VerifiedAttempt, Worth } from '#server/ports/loop.ts';
import type { OutboxEntry, StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import { chainValue } from '#shared/protocol/verdict-typed-data.ts';
import type { FrontierRecord, JudgedAttempt, Laurel } from '#shared/records/attempt.ts';

/** The whole of a record that one actor made alone. */
const WHOLE_BASIS_POINTS = 10_000;
/** Tries kept of one actor on one challenge beside the records. */
const KEPT_TRIES = 20;

export async function settleAttempt(
  verified: VerifiedAttempt,
  worth: Worth,
  tx: StoreTransaction,
  needs: Pick<StageNeeds, 'calls' | 'signer'>,
): Promise<SettledAttempt> {
  const { attempt, canonical } = verified;
  // The same run twice at once: the second comes here after the first was written.
  if ((await tx.attempt(attempt.id)) !== null) throw knownAttempt(attempt.id);
  const record = recordOf(attempt, worth);
  // Only what became a record is known from then on: a tool's try does not take the same run from who plays it live.
  if (record !== null || worth.kind === 'closes' || (await isRoomFor(attempt, tx)))
    await tx.addAttempt(attempt, record === null ? null : canonical);
  if (worth.kind === 'frontier' || worth.kind === 'closes') await moveChallenge(verified, worth, tx);
  if (record === null) return { verified, worth, record: null, laurel: null };
  await tx.addRecord(record);
  await tx.addEvent('record', attempt.challenge, JSON.stringify(record), attempt.receivedAtMs);
  if (!record.laurel) return { verified, worth, record, laurel: null };
  const laurel = laurelOf(record);
  await tx.putLaurel(laurel);
  await tx.addOutbox([await outboxEntry(record, laurel, needs)]);
  return { verified, worth, record, laurel };
}

/** Tries that changed nothing are kept too, but not without end: disks are finite. */
async function isRoomFor({ challenge, actor }: JudgedAttempt, tx: StoreTransaction): Promise<boolean> {
  return (await tx.attemptCount({ challenge, address: actor.address })) < KEPT_TRIES;
}

function knownAttempt(id: string): DimensionError {
  return new DimensionError('attempt.known', 'You handed in this very attempt before.', { attempt: id });
}

function recordOf(attempt: JudgedAttempt, worth: Worth): FrontierRecord | null {
  const { verdict, actor } = attempt;
  if (!verdict.ok) return null;
  if (worth.kind !== 'frontier' && worth.kind !== 'training' && worth.kind !== 'closes') return null;
  if (worth.kind === 'closes' && !worth.better) return null;
  return {
    challenge: attempt.challenge,
    index: worth.previous === null ? 0 : worth.previous.index + 1,
    attempt: attempt.id,
    holder: actor.address,
    holderName: actor.name,
    holderKind: actor.kind,
    value: verdict.value,
    unit: verdict.unit,
    digest: verdict.digest,
    atMs: attempt.receivedAtMs,
    laurel: worth.kind === 'frontier',
  };
}

async function moveChallenge(verified: VerifiedAttempt, worth: Worth, tx: StoreTransaction): Promise<void> {
  const challenge = (await tx.challenge(verified.challenge.id)) ?? verified.challenge;
  const state = worth.kind === 'frontier' ? 'solved' : 'training';
  if (challenge.state === state) return;
  const atMs = verified.attempt.receivedAtMs;
  await tx.putChallenge({ ...challenge, state, changedAtMs: atMs });
  await tx.addEvent(worth.kind === 'closes' ? 'closed' : 'solved', challenge.id, verified.attempt.id, atMs);
}

function laurelOf(record: FrontierRecord): Laurel {
  return {
    tokenId: laurelId(record.challenge, record.index, 0),
    challenge: record.challenge,
    recordIndex: record.index,
    holderIndex: 0,
    holder: record.holder,
    shareBasisPoints: WHOLE_BASIS_POINTS,
    state: 'provisional',
    transaction: null,
  };
}

async function outboxEntry(
  record: FrontierRecord,
  laurel: Laurel,
  { calls, signer }: Pick<StageNeeds, 'calls' | 'signer'>,
): Promise<OutboxEntry> {
  const award: Award = {
    challenge: `0x${record.challenge}`,
    recordIndex: record.index,
    value: chainValue(record.value),
    digest: `0x${record.digest}`,
    holders: [record.holder],
    sharesBasisPoints: [laurel.shareBasisPoints],
  };
  const { to, data } = calls.award(award, await signer.signAward(award));
  return { intent: `0x${keccak256(`laurel:${laurel.tokenId}`)}`, kind: 'laurel', to, data, subject: laurel.tokenId };
}
