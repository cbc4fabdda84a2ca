/** The record feed in the store: appended, read in pages, never rewritten. */
import type { Kysely } from 'kysely';
import type { StoreWrites } from '#server/ports/store.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseHash } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { type FeedEntry, type FeedHead, parseFeedEntry } from '#shared/records/feed.ts';
import { type FeedLine, lineOf } from '#shared/records/feed-line.ts';
import { Kept } from './kept.ts';
import type { Tables } from './tables.ts';

/** Entries never change once they are written; their parsing is what a page costs. */
const KEPT_ENTRIES = 300;
const KEPT_LINES = 2_000;

export function feedReads(db: Kysely<Tables>): Pick<StoreReads, 'feedHead' | 'feed' | 'feedLines'> {
  // By hash: what a transaction wrote and took back again had another one.
  const entries = new Kept<FeedEntry>(KEPT_ENTRIES);
  const lines = new Kept<FeedLine>(KEPT_LINES);
  return {
    feedHead: () => headOf(db),
    async feed({ from, limit, characters }) {
      const sizes = await db
        .selectFrom('feed')
        .select((all) => ['seq', all.fn<number>('length', ['entry_json']).as('size')])
        .where('seq', '>=', from)
        .orderBy('seq')
        .limit(limit)
        .execute();
      let [fitting, room] = [0, characters];
      for (const { size } of sizes) {
        room -= size;
        if (room < 0 && fitting > 0) break;
        fitting++;
      }
      const page = db.selectFrom('feed').select(['hash', 'entry_json']).where('seq', '>=', from).orderBy('seq');
      return (await page.limit(fitting).execute()).map(({ hash, entry_json }) =>
        entries.get(hash, () => parseFeedEntry(JSON.parse(entry_json))),
      );
    },
    async feedLines({ challenge, from, limit }) {
      let query = db
        .selectFrom('feed')
        .select(['hash', 'line_json'])
        .where('seq', '>=', from)
        .orderBy('seq')
        .limit(limit);
      if (challenge !== undefined) query = query.where('challenge', '=', challenge);
      // Written below from an entry that had passed its parser.
      return (await query.execute()).map(({ hash, line_json }) => lines.get(hash, () => JSON.parse(line_json)));
    },
  };
}

export function feedWrites(db: Kysely<Tables>): Pick<StoreWrites, 'appendFeed'> {
  return {
    async appendFeed(entry) {
      const { seq, hash, signer, challenge } = entry;
      if (seq !== ((await headOf(db))?.seq ?? 0) + 1)
        throw new DimensionError('store.feed', 'An entry of the feed must follow the last one.', { seq });
      await db
        .insertInto('feed')
        .values({
          ...{ seq, hash, signer, challenge },
          line_json: JSON.stringify(lineOf(entry)),
          entry_json: JSON.stringify(entry),
        })
        .execute();
    },
  };
}

async function headOf(db: Kysely<Tables>): Promise<FeedHead | null> {
  const row = await db
    .selectFrom('feed')
    .select(['seq', 'hash', 'signer'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { seq: row.seq, hash: parseHash(row.hash), signer: parseAddress(row.signer) };
}
