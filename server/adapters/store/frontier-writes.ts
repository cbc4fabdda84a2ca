/** What can be written of commitments, ratings, novelty and laurels in their window, inside one transaction. */
import type { Kysely } from 'kysely';
import type { StoreWrites } from '#server/ports/store.ts';
import type { Tables } from './tables.ts';

type FrontierWrites = Pick<
  StoreWrites,
  | 'addCommitment'
  | 'openCommitment'
  | 'dropCommitments'
  | 'putRating'
  | 'setNovelty'
  | 'invalidateRecord'
  | 'addPendingLaurel'
  | 'dropPendingLaurel'
  | 'passLaurel'
>;

export function frontierWrites(db: Kysely<Tables>): FrontierWrites {
  return {
    async addCommitment({ challenge, address, hash, atMs }) {
      await db
        .insertInto('commitments')
        .values({ challenge, address, hash, at_ms: atMs })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    async openCommitment({ challenge, address, hash }) {
      await db
        .updateTable('commitments')
        .set({ opened: 1 })
        .where('challenge', '=', challenge)
        .where('address', '=', address)
        .where('hash', '=', hash)
        .execute();
    },
    async dropCommitments(beforeMs) {
      await db.deleteFrom('commitments').where('at_ms', '<', beforeMs).execute();
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
    async invalidateRecord(challenge, index, reason) {
      await db
        .updateTable('records')
        .set({ invalidated: reason })
        .where('challenge', '=', challenge)
        .where('position', '=', index)
        .execute();
    },
    async addPendingLaurel({ tokenId, dueAtMs }) {
      await db.insertInto('pending_laurels').values({ token_id: tokenId, due_at_ms: dueAtMs }).execute();
    },
    async dropPendingLaurel(tokenId) {
      await db.deleteFrom('pending_laurels').where('token_id', '=', tokenId).execute();
    },
    async passLaurel({ tokenId, challenge, recordIndex }, to) {
      await db
        .updateTable('records')
        .set({ laurel: 0 })
        .where('challenge', '=', challenge)
        .where('position', '=', recordIndex)
        .execute();
      await db
        .updateTable('laurels')
        .set({ holder: to.holder, record_position: to.index })
        .where('token_id', '=', tokenId)
        .execute();
    },
  };
}
