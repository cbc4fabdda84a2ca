/** Flow of a store that is older than the record feed: what was recorded before goes into it once, in order. */
import type { FeedSigner } from '#server/ports/chain.ts';
import { publish, recordNews } from '#server/stages/publish.ts';
import type { FlowNeeds } from './carry.ts';

const EVERY = 1_000_000;

/** Does nothing once there is a feed. Answers how many records went in. */
export function publishBacklog({
  store,
  signer,
}: Pick<FlowNeeds, 'store'> & { readonly signer: FeedSigner }): Promise<number> {
  return store.transact(async (tx) => {
    if ((await tx.feedHead()) !== null) return 0;
    const records = (await tx.records({ limit: EVERY })).reverse();
    for (const record of records) {
      const [challenge, attempt] = [await tx.challenge(record.challenge), await tx.attempt(record.attempt)];
      if (challenge === null || attempt === null) continue;
      await publish(recordNews(record, attempt, challenge, null), record.atMs, tx, { signer });
    }
    return records.length;
  });
}
