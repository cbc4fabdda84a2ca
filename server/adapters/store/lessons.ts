/** What solvers may learn from, and what people said of it: read and written. */
import type { Kysely } from 'kysely';
import type { StoreWrites } from '#server/ports/store.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import { parseHash } from '#shared/base/hash.ts';
import { parseAttemptId, parseChallengeId } from '#shared/base/ids.ts';
import { attemptOf } from './columns.ts';
import { madeBy } from './party-members.ts';
import type { Tables } from './tables.ts';

export function lessonReads(db: Kysely<Tables>): Pick<StoreReads, 'consent' | 'attemptsWithRecord' | 'lessons'> {
  return {
    async consent(address) {
      const row = await db.selectFrom('people').select('consent').where('address', '=', address).executeTakeFirst();
      return row === undefined || row.consent === null ? null : row.consent === 1;
    },
    async attemptsWithRecord(address) {
      const rows = await db
        .selectFrom('attempts')
        .selectAll()
        .where('id', 'in', madeBy(db, address))
        .where('id', 'in', (all) => all.selectFrom('records').select('attempt').where('invalidated', 'is', null))
        .orderBy('seq')
        .execute();
      return rows.map(attemptOf);
    },
    async lessons({ challenge, limit }) {
      let query = db.selectFrom('lessons').selectAll().orderBy('learnt_at_ms').orderBy('attempt').limit(limit);
      if (challenge !== undefined) query = query.where('challenge', '=', challenge);
      return (await query.execute()).map((row) => ({
        attempt: parseAttemptId(row.attempt),
        challenge: parseChallengeId(row.challenge),
        payloadHash: parseHash(row.payload_hash),
        learntAtMs: row.learnt_at_ms,
      }));
    },
  };
}

export function lessonWrites(db: Kysely<Tables>): Pick<StoreWrites, 'setConsent' | 'addLesson' | 'dropLessons'> {
  return {
    async setConsent(address, given) {
      await db
        .updateTable('people')
        .set({ consent: given ? 1 : 0 })
        .where('address', '=', address)
        .execute();
    },
    async addLesson({ attempt, challenge, payloadHash, learntAtMs }) {
      await db
        .insertInto('lessons')
        .values({ attempt, challenge, payload_hash: payloadHash, learnt_at_ms: learntAtMs })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    async dropLessons(address) {
      await db.deleteFrom('lessons').where('attempt', 'in', madeBy(db, address)).execute();
    },
  };
}
