/** Stage: writes an attempt and all that follows from it (record, laurel, step of the challenge) in the caller's transaction. */

import type { SettledAttempt, StageNeeds, VerifiedAttempt, Worth } from '#server/ports/loop.ts';
import { opensAnew } from '#server/ports/seals.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import { type Machine, machineNamed } from '#shared/records/actor.ts';
import {
  type FrontierRecord,
  holdersOf,
  type JudgedAttempt,
  type Laurel,
  laurelPlace,
  namesInLine,
} from '#shared/records/attempt.ts';
import { type LifecycleEvent, stepOf } from '#shared/records/lifecycle.ts';

/** The whole of a record. */
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
  if (record === null) return { verified, worth, record: null, laurels: [] };
  await tx.addRecord(record, worth.kind === 'earlier' && !worth.last ? worth.previous.index : undefined);
  await tx.addEvent('record', attempt.challenge, JSON.stringify(record), attempt.receivedAtMs);
  if (worth.kind === 'earlier')
    return { verified, worth, record, laurels: [await passOver(record, worth.laurel, attempt.receivedAtMs, tx)] };
  if (!record.laurel) return { verified, worth, record, laurels: [] };
  const laurels = await laurelsOf(record, tx);
  for (const laurel of laurels) await tx.putLaurel(laurel);
  // One window a record: all its laurels become final, and go to the chain, in one.
  for (const { tokenId } of laurels.slice(0, 1))
    await tx.addPendingLaurel({ tokenId, dueAtMs: attempt.receivedAtMs + needs.windowMs });
  return { verified, worth, record, laurels };
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
  const party = worth.kind === 'polish' ? undefined : attempt.party;
  const credit = worth.kind === 'polish' ? { creditClass: 'polish' as const, parent: worth.previous.attempt } : worth;
  return {
    challenge: attempt.challenge,
    index,
    attempt: attempt.id,
    holder: holder.address,
    holderName: party === undefined ? holder.name : namesInLine(party),
    holderKind: holder.kind,
    value: verdict.value,
    unit: verdict.unit,
    digest: verdict.digest,
    atMs: seal?.atMs ?? attempt.receivedAtMs,
    laurel: worth.kind === 'frontier' || worth.kind === 'earlier',
    creditClass: credit.creditClass,
    basin,
    parent: credit.parent,
    ...(party === undefined ? {} : { party: party.map(({ address, name }) => ({ address, name })) }),
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

/** One for everybody who holds the record, in equal shares; what is left over of the division is the first's. */
async function laurelsOf(record: FrontierRecord, tx: StoreTransaction): Promise<readonly Laurel[]> {
  const place = laurelPlace(await tx.records({ challenge: record.challenge, limit: EVERY }), record.index);
  const holders = holdersOf(record);
  const share = Math.floor(WHOLE_BASIS_POINTS / holders.length);
  return holders.map(({ address }, holderIndex) => ({
    tokenId: laurelId(record.challenge, place, holderIndex),
    challenge: record.challenge,
    recordIndex: record.index,
    holderIndex,
    holder: address,
    shareBasisPoints: holderIndex === 0 ? WHOLE_BASIS_POINTS - share * (holders.length - 1) : share,
    state: 'provisional',
    transaction: null,
  }));
}

/** The laurel of the one who came later goes to who had sealed the same before. */
async function passOver(record: FrontierRecord, laurel: Laurel, atMs: number, tx: StoreTransaction): Promise<Laurel> {
  await tx.passLaurel(laurel, record);
  const said = JSON.stringify({ laurel: laurel.tokenId, from: laurel.holder, to: record.holder });
  await tx.addEvent('laurel-passed', record.challenge, said, atMs);
  return { ...laurel, holder: record.holder, recordIndex: record.index };
}
