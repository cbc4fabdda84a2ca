/** Stage: writes an attempt and all that follows from it (record, laurel, step of the challenge) in the caller's transaction. */

import type { SettledAttempt, StageNeeds, VerifiedAttempt, Worth } from '#server/ports/loop.ts';
import { opensAnew } from '#server/ports/seals.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import { type Machine, machineNamed } from '#shared/records/actor.ts';
import { type FrontierRecord, type JudgedAttempt, type Laurel, laurelPlace } from '#shared/records/attempt.ts';
import { type LifecycleEvent, stepOf } from '#shared/records/lifecycle.ts';

/** The whole of a record that one actor made alone. */
const WHOLE_BASIS_POINTS = 10_000;
/** Tries kept of one actor on one challenge beside the records. */
const KEPT_TRIES = 20;
const EVERY = 1_000_000;
/** Better digits of a known idea are this machine's. */
const POLISH: Machine = machineNamed('polish');

export async function settleAttempt(
  verified: VerifiedAttempt,
  worth: Worth,
  tx: StoreTransaction,
  needs: Pick<StageNeeds, 'windowMs'>,
): Promise<SettledAttempt> {
  const { attempt, canonical, seal } = verified;
  if (worth.kind === 'closed') throw closedMeanwhile();
  const isKept = (await tx.attempt(attempt.id)) !== null;
  // The same run twice at once: the second comes here after the first was written.
  if (isKept && !(await opensAnew(seal, attempt.id, { store: tx }))) throw knownAttempt(attempt.id);
  if (seal !== null) await tx.openCommitment(seal);
  const record = recordOf(verified, worth, await tx.recordCount(attempt.challenge));
  // Only what became a record is known from then on: a tool's try does not take the same run from who plays it live.
  const name = record === null ? null : canonical;
  if (isKept && name !== null) await tx.setCanonical(attempt.id, name);
  if (!isKept && (record !== null || worth.kind === 'closes' || (await isRoomFor(attempt, tx))))
    await tx.addAttempt(attempt, name);
  await moveChallenge(verified, worth, tx);
  if (record === null) return { verified, worth, record: null, laurel: null };
  await tx.addRecord(record, worth.kind === 'earlier' && !worth.last ? worth.previous.index : undefined);
  await tx.addEvent('record', attempt.challenge, JSON.stringify(record), attempt.receivedAtMs);
  if (worth.kind === 'earlier')
    return { verified, worth, record, laurel: await passOver(record, worth.laurel, attempt.receivedAtMs, tx) };
  if (!record.laurel) return { verified, worth, record, laurel: null };
  const laurel = await laurelOf(record, tx);
  await tx.putLaurel(laurel);
  await tx.addPendingLaurel({ tokenId: laurel.tokenId, dueAtMs: attempt.receivedAtMs + needs.windowMs });
  return { verified, worth, record, laurel };
}

/** Tries that changed nothing are kept too, but not without end: disks are finite. */
async function isRoomFor({ challenge, actor }: JudgedAttempt, tx: StoreTransaction): Promise<boolean> {
  return (await tx.attemptCount({ challenge, address: actor.address })) < KEPT_TRIES;
}

function knownAttempt(id: string): DimensionError {
  return new DimensionError('attempt.known', 'You handed in this very attempt before.', { attempt: id });
}

/** It stays as it was handed in: after a thaw it is judged like any other. */
function closedMeanwhile(): DimensionError {
  return new DimensionError(
    'challenge.closed',
    'This challenge was closed while the judge looked at your solution; nothing was decided.',
  );
}

function recordOf({ attempt, basin, seal }: VerifiedAttempt, worth: Worth, index: number): FrontierRecord | null {
  const { verdict } = attempt;
  if (!verdict.ok || !('previous' in worth)) return null;
  if (worth.kind === 'closes' && !worth.better) return null;
  const holder = worth.kind === 'polish' ? POLISH : attempt.actor;
  const credit = worth.kind === 'polish' ? { creditClass: 'polish' as const, parent: worth.previous.attempt } : worth;
  return {
    challenge: attempt.challenge,
    index,
    attempt: attempt.id,
    holder: holder.address,
    holderName: holder.name,
    holderKind: holder.kind,
    value: verdict.value,
    unit: verdict.unit,
    digest: verdict.digest,
    atMs: seal?.atMs ?? attempt.receivedAtMs,
    laurel: worth.kind === 'frontier' || worth.kind === 'earlier',
    creditClass: credit.creditClass,
    basin,
    parent: credit.parent,
  };
}

/** @throws DimensionError `lifecycle.*` when the challenge moved where this cannot lead */
async function moveChallenge(
  { challenge, attempt }: VerifiedAttempt,
  worth: Worth,
  tx: StoreTransaction,
): Promise<void> {
  const event = eventOf(worth);
  if (event === null) return;
  const now = (await tx.challenge(challenge.id)) ?? challenge;
  const cause = { attempt: attempt.id, by: attempt.actor.address, name: attempt.actor.name };
  await tx.takeStep(stepOf(now, event, attempt.receivedAtMs, cause));
}

function eventOf({ kind }: Worth): LifecycleEvent | null {
  if (kind === 'frontier') return { kind: 'advanced', by: 'person' };
  if (kind !== 'closes') return null;
  // One machine's own try: it can be done at all; how often, only the re-check tells.
  const finding = { kind: 'success', share: 0, atAll: true, proven: false, novel: true } as const;
  return { kind: 'closed', finding, taught: false };
}

async function laurelOf(record: FrontierRecord, tx: StoreTransaction): Promise<Laurel> {
  const place = laurelPlace(await tx.records({ challenge: record.challenge, limit: EVERY }), record.index);
  return {
    tokenId: laurelId(record.challenge, place, 0),
    challenge: record.challenge,
    recordIndex: record.index,
    holderIndex: 0,
    holder: record.holder,
    shareBasisPoints: WHOLE_BASIS_POINTS,
    state: 'provisional',
    transaction: null,
  };
}

/** The laurel of the one who came later goes to who had sealed the same before. */
async function passOver(record: FrontierRecord, laurel: Laurel, atMs: number, tx: StoreTransaction): Promise<Laurel> {
  await tx.passLaurel(laurel, record);
  const said = JSON.stringify({ laurel: laurel.tokenId, from: laurel.holder, to: record.holder });
  await tx.addEvent('laurel-passed', record.challenge, said, atMs);
  return { ...laurel, holder: record.holder, recordIndex: record.index };
}
