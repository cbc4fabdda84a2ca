/** Stage: what moved a frontier becomes the next signed entry of the record feed, in the caller's transaction. */

import type { FeedSigner } from '#server/ports/chain.ts';
import type { SettledAttempt } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseHash } from '#shared/base/hash.ts';
import type { FrontierRecord, JudgedAttempt } from '#shared/records/attempt.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { FeedEntry, FeedNews, Origin, RecordNews } from '#shared/records/feed.ts';
import { entryHash, feedRoot } from '#shared/records/feed-chain.ts';

/**
 * Appends one entry; `atMs` is when it happened.
 * @throws DimensionError `feed.signer` when the feed was begun with another key: whoever reads it would refuse it
 */
export async function publish(
  news: FeedNews,
  atMs: number,
  tx: StoreTransaction,
  { signer }: { readonly signer: FeedSigner },
): Promise<FeedEntry> {
  const head = await tx.feedHead();
  if (head !== null && head.signer !== signer.address)
    throw new DimensionError('feed.signer', 'The record feed was begun with another verdict key; bring it back.', {
      begun: head.signer,
    });
  const link = {
    seq: (head?.seq ?? 0) + 1,
    previous: head?.hash ?? feedRoot(signer.address),
    signer: signer.address,
    atMs,
  };
  const unsigned = { ...news, ...link };
  const hash = entryHash(unsigned);
  const entry = { ...unsigned, hash, signature: await signer.signEntry(hash) };
  await tx.appendFeed(entry);
  return entry;
}

/** An attempt that set a record, that took a laurel over, or that closed what people held. */
export async function publishSettled(
  { verified, worth, record }: SettledAttempt,
  tx: StoreTransaction,
  needs: { readonly signer: FeedSigner },
): Promise<void> {
  const { challenge, attempt } = verified;
  if (record !== null) await publish(recordNews(record, attempt, challenge, null), record.atMs, tx, needs);
  const { id, title } = challenge;
  if (worth.kind === 'earlier' && record !== null) {
    const { index, holderName } = record;
    const passed = { kind: 'passed', challenge: id, title, from: worth.previous.index, index, holderName } as const;
    await publish(passed, attempt.receivedAtMs, tx, needs);
  }
  if (worth.kind !== 'closes') return;
  const closed = { kind: 'closed', challenge: id, title, by: attempt.actor.name, attempt: attempt.id } as const;
  await publish(closed, attempt.receivedAtMs, tx, needs);
}

/**
 * What the feed says of a record; `origin` when it was taken over from another host.
 * @throws DimensionError `feed.record` for an attempt that does not hold
 */
export function recordNews(
  record: FrontierRecord,
  { payload, class: made, verdict }: JudgedAttempt,
  { id, file, title, creator }: Challenge,
  origin: Origin | null,
): RecordNews {
  if (!verdict.ok)
    throw new DimensionError('feed.record', 'Only an attempt that holds is a record.', { attempt: record.attempt });
  const { index, attempt, value, holder, holderName, holderKind, laurel, party } = record;
  return {
    kind: 'record',
    challenge: id,
    ...{ file, title, creator, index, attempt, payload, value, holder, holderName, holderKind, laurel, origin },
    ...(party === undefined ? {} : { party: party.map(({ address, name }) => ({ address, name })) }),
    unit: verdict.unit,
    digest: parseHash(record.digest),
    class: made,
    credit: record.creditClass,
    parent: record.parent,
  };
}
