/** What can be written of the outbox, inside one transaction. */
import type { Kysely } from 'kysely';
import type { StoreWrites } from '#server/ports/store.ts';
import type { OutboxEntry } from '#server/ports/store-rows.ts';
import type { Tables } from './tables.ts';

/** Laurels first: a person waits for them. What is said of one has its rank, so that it comes after it. */
const RANK: Readonly<Record<OutboxEntry['kind'], number>> = {
  ...{ laurel: 0, invalidation: 0, challenge: 1, automaton: 2, work: 3 },
};

/** Entries are added, marked, and found to stand; none is ever deleted. */
export function outboxWrites(db: Kysely<Tables>): Pick<StoreWrites, 'addOutbox' | 'markOutbox' | 'standDropped'> {
  return {
    async addOutbox(entries) {
      for (const { intent, kind, to, data, subject } of entries) {
        await db
          .insertInto('outbox')
          .values({ intent, kind, rank: RANK[kind], target: to, data, subject, detail: null })
          .onConflict((on) => on.doNothing())
          .execute();
      }
    },
    async markOutbox(intent, state, detail) {
      await db
        .updateTable('outbox')
        .set({ state, detail })
        .where('intent', '=', intent)
        .where('state', '!=', 'dropped')
        .execute();
    },
    async standDropped(kind, subject) {
      const result = await db
        .updateTable('outbox')
        .set({ state: 'done', detail: null })
        .where('subject', '=', subject)
        .where('kind', '=', kind)
        .where('state', '=', 'dropped')
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
  };
}
