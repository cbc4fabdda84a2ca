/** Stage: nothing of a challenge counts any more: its laurels say so, here and on the chain, and nothing is deleted. */
import type { StageNeeds } from '#server/ports/loop.ts';
import type { OutboxEntry, StoreTransaction } from '#server/ports/store.ts';
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
  for (const { tokenId, recordIndex } of onChain) {
    const word = { place: laurelPlace(records, recordIndex), records: onChain.length, reason };
    await tx.addOutbox([await entryOf(challenge, tokenId, word, needs)]);
  }
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
  return { intent: `0x${keccak256(`invalidation:${subject}`)}`, kind: 'invalidation', to, data, subject };
}
