/** What can be asked of works, automata, the outbox and the history, over one connection. */
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { StoreReads } from '#server/ports/store-reads.ts';
import type { EventRow } from '#server/ports/store-rows.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { automatonOf, workOf } from './columns.ts';
import type { Tables } from './tables.ts';

const outboxKind = z.enum(['laurel', 'invalidation', 'challenge', 'automaton', 'work']);

type MoreReads = Pick<
  StoreReads,
  'work' | 'works' | 'automata' | 'outbox' | 'standing' | 'outboxCounts' | 'events' | 'fact'
>;

export function moreReads(db: Kysely<Tables>): MoreReads {
  return {
    async work(id) {
      const row = await db.selectFrom('works').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : workOf(row);
    },
    async works({ placed, maker, limit }) {
      let query = db.selectFrom('works').selectAll().orderBy('seq', 'desc').limit(limit);
      if (placed !== undefined) query = query.where('placement_json', placed ? 'is not' : 'is', null);
      if (maker !== undefined) query = query.where('maker', '=', maker);
      return (await query.execute()).map(workOf);
    },
    async automata() {
      return (await db.selectFrom('automata').selectAll().orderBy('seq').execute()).map(automatonOf);
    },
    async outbox(limit) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'waiting')
        .orderBy('rank')
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        intent: row.intent,
        kind: outboxKind.parse(row.kind),
        to: parseAddress(row.target),
        data: row.data,
        subject: row.subject,
      }));
    },
    async standing(kind, subjects) {
      const rows = await db
        .selectFrom('outbox')
        .select('subject')
        .where('kind', '=', kind)
        .where('subject', 'in', [...subjects])
        .where('state', '=', 'done')
        .execute();
      return new Set(rows.map(({ subject }) => subject));
    },
    async outboxCounts() {
      const rows = await db
        .selectFrom('outbox')
        .select((all) => ['state', all.fn.countAll<number>().as('count')])
        .where('state', '!=', 'done')
        .groupBy('state')
        .execute();
      const of = (...states: readonly string[]) =>
        rows.reduce((sum, row) => (states.includes(row.state) ? sum + Number(row.count) : sum), 0);
      return { waiting: of('waiting', 'sent'), failed: of('failed') };
    },
    async events({ subject, limit }) {
      let query = db.selectFrom('events').selectAll().orderBy('seq', 'desc').limit(limit);
      if (subject !== undefined) query = query.where('subject', '=', subject);
      return (await query.execute()).map(eventOf);
    },
    async fact(key) {
      const row = await db.selectFrom('facts').select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },
  };
}

/** A line of the history from its row. */
export function eventOf({ seq, kind, subject, body, at_ms: atMs }: Selectable<Tables['events']>): EventRow {
  return { seq, kind, subject, body, atMs };
}
