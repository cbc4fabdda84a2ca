/** What can be written of commitments, ratings and novelty, inside one transaction. */
import type { Kysely } from 'kysely';
import type { StoreWrites } from '#server/ports/store.ts';
import type { Tables } from './tables.ts';

type FrontierWrites = Pick<StoreWrites, 'addCommitment' | 'putRating' | 'setNovelty'>;

export function frontierWrites(db: Kysely<Tables>): FrontierWrites {
  return {
    async addCommitment({ challenge, address, hash, atMs }) {
      await db
        .insertInto('commitments')
        .values({ challenge, address, hash, at_ms: atMs })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    async putRating(subject, { value, matches, atMs }) {
      const row = { value, matches, at_ms: atMs };
      await db
        .insertInto('ratings')
        .values({ subject, ...row })
        .onConflict((on) => on.column('subject').doUpdateSet(row))
        .execute();
    },
    async setNovelty(challenge, novelty) {
      await db
        .insertInto('novelties')
        .values({ challenge, novelty })
        .onConflict((on) => on.column('challenge').doUpdateSet({ novelty }))
        .execute();
    },
  };
}
