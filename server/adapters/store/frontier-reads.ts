/** What can be asked of commitments, ratings and novelty, over one connection. */
import type { Kysely } from 'kysely';
import type { StoreReads } from '#server/ports/store.ts';
import type { Tables } from './tables.ts';

type FrontierReads = Pick<StoreReads, 'commitment' | 'commitmentCount' | 'rating' | 'novelty'>;

export function frontierReads(db: Kysely<Tables>): FrontierReads {
  return {
    async commitment({ challenge, address, hash }) {
      const row = await db
        .selectFrom('commitments')
        .select('at_ms')
        .where('challenge', '=', challenge)
        .where('address', '=', address)
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row === undefined ? null : { challenge, address, hash, atMs: row.at_ms };
    },
    async commitmentCount({ challenge, address }) {
      const row = await db
        .selectFrom('commitments')
        .select((all) => all.fn.countAll<number>().as('count'))
        .where('challenge', '=', challenge)
        .where('address', '=', address)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async rating(subject) {
      const row = await db.selectFrom('ratings').selectAll().where('subject', '=', subject).executeTakeFirst();
      return row === undefined ? null : { value: row.value, matches: row.matches, atMs: row.at_ms };
    },
    async novelty(id) {
      const row = await db.selectFrom('novelties').select('novelty').where('challenge', '=', id).executeTakeFirst();
      return row?.novelty ?? null;
    },
  };
}
