/** Stage: nothing of a challenge counts any more: its laurels say so, here and on the chain, and nothing is deleted. */
import { z } from 'zod';
import type { StageNeeds } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import type { OutboxEntry } from '#server/ports/store-rows.ts';
import { keccak256 } from '#shared/base/hash.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import { type FrontierRecord, holdersOf, type Laurel, laurelPlace } from '#shared/records/attempt.ts';

const EVERY = 1_000_000;

type InvalidNeeds = Pick<StageNeeds, 'calls' | 'signer'>;

/** A laurel that is not on its way yet never goes; beside one that is on the chain, the chain says that it is invalid. */
export async function settleInvalid(
  challenge: ChallengeId,
  reason: string,
  tx: StoreTransaction,
  needs: InvalidNeeds,
): Promise<void> {
  const records = await tx.records({ challenge, limit: EVERY });
  const pending = new Set((await tx.pendingLaurels(EVERY)).map(({ tokenId }) => tokenId));
  const waiting = new Map((await tx.outbox(EVERY)).map(({ subject, intent }) => [subject, intent]));
  const onChain: Laurel[] = [];
  for (const record of records.filter(({ laurel }) => laurel)) {
    const laurels = await laurelsOf(record, tx);
    for (const { tokenId, transaction } of laurels) await tx.setLaurelState(tokenId, 'invalidated', transaction);
    // All laurels of a record go to the chain in one, by the name of the first.
    for (const first of laurels.slice(0, 1)) {
      const intent = waiting.get(first.tokenId);
      if (pending.has(first.tokenId)) await tx.dropPendingLaurel(first.tokenId);
      else if (intent !== undefined) await tx.markOutbox(intent, 'dropped', 'invalidated before it was sent');
      else onChain.push(first);
    }
  }
  await sayInvalid({ challenge, records, onChain, reason }, tx, needs);
}

/**
 * A laurel was dropped while it was on its way, and the chain has it now: what was to be said there is said of it too, and
 * again of the others, because the chain believes it only with the number of records that it has.
 */
export async function settleLate(tokenId: string, tx: StoreTransaction, needs: InvalidNeeds): Promise<void> {
  const late = await tx.laurel(tokenId);
  if (late === null) return;
  const { challenge } = late;
  const records = await tx.records({ challenge, limit: EVERY });
  const firsts: Laurel[] = [];
  for (const record of records.filter(({ laurel }) => laurel))
    firsts.push(...(await laurelsOf(record, tx)).slice(0, 1));
  const standing = await tx.standing(
    'laurel',
    firsts.map((laurel) => laurel.tokenId),
  );
  const onChain = firsts.filter((laurel) => standing.has(laurel.tokenId));
  const subjects = new Set(onChain.map((laurel) => laurel.tokenId));
  for (const { kind, subject, intent } of await tx.outbox(EVERY))
    if (kind === 'invalidation' && subjects.has(subject)) await tx.markOutbox(intent, 'dropped', 'said again');
  await sayInvalid({ challenge, records, onChain, reason: await reasonOf(challenge, tx) }, tx, needs);
}

interface InvalidWord {
  readonly challenge: ChallengeId;
  readonly records: readonly FrontierRecord[];
  readonly onChain: readonly Laurel[];
  readonly reason: string;
}

async function sayInvalid(word: InvalidWord, tx: StoreTransaction, needs: InvalidNeeds): Promise<void> {
  const { challenge, records, onChain, reason } = word;
  for (const { tokenId, recordIndex } of onChain) {
    const said = { place: laurelPlace(records, recordIndex), records: onChain.length, reason };
    await tx.addOutbox([await entryOf(challenge, tokenId, said, needs)]);
  }
}

const reasonSchema = z.looseObject({ reason: z.string() });

/** As the host gave it. */
async function reasonOf(challenge: ChallengeId, tx: StoreTransaction): Promise<string> {
  const events = await tx.events({ subject: challenge, limit: EVERY });
  const line = events.find(({ kind }) => kind === 'invalidated');
  return line === undefined ? '' : reasonSchema.parse(JSON.parse(line.body)).reason;
}

/** One for everybody who holds the record, the first one's first. */
async function laurelsOf(record: FrontierRecord, tx: StoreTransaction): Promise<readonly Laurel[]> {
  const all: Laurel[] = [];
  for (const holder of new Set(holdersOf(record).map(({ address }) => address)))
    for (const laurel of await tx.laurels({ holder, limit: EVERY }))
      if (laurel.challenge === record.challenge && laurel.recordIndex === record.index) all.push(laurel);
  return all.sort((a, b) => a.holderIndex - b.holderIndex);
}

async function entryOf(
  challenge: ChallengeId,
  subject: string,
  { place, records, reason }: { readonly place: number; readonly records: number; readonly reason: string },
  { calls, signer }: InvalidNeeds,
): Promise<OutboxEntry> {
  const invalidation = { challenge: `0x${challenge}`, recordIndex: place, records, reason };
  const { to, data } = calls.invalidate(invalidation, await signer.signInvalidation(invalidation));
  // Said again with another number it is another intent.
  return { intent: `0x${keccak256(`invalidation:${subject}:${records}`)}`, kind: 'invalidation', to, data, subject };
}
