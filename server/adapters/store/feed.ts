/** The record feed in the store: appended, read in pages, never rewritten. */
import type { Kysely } from 'kysely';
import type { StoreReads, StoreWrites } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseHash } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { type FeedHead, parseFeedEntry } from '#shared/records/feed.ts';
import { type FeedLine, lineOf } from '#shared/records/feed-line.ts';
import type { Tables } from './tables.ts';

export function feedReads(db: Kysely<Tables>): Pick<StoreReads, 'feedHead' | 'feed' | 'feedLines'> {
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
      const page = db.selectFrom('feed').select('entry_json').where('seq', '>=', from).orderBy('seq').limit(fitting);
      return (await page.execute()).map(({ entry_json }) => parseFeedEntry(JSON.parse(entry_json)));
    },
    async feedLines({ challenge, from, limit }) {
      let query = db.selectFrom('feed').select('line_json').where('seq', '>=', from).orderBy('seq').limit(limit);
      if (challenge !== undefined) query = query.where('challenge', '=', challenge);
      // Written below from an entry that had passed its parser.
      return (await query.execute()).map(({ line_json }): FeedLine => JSON.parse(line_json));
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
