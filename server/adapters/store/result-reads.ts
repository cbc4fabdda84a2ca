/** Who has a verified result, and what happened lately, over one connection. */
import { type Kysely, sql } from 'kysely';
import type { StoreReads } from '#server/ports/store-reads.ts';
import { eventOf } from './more-reads.ts';
import { isMember } from './party-members.ts';
import type { Tables } from './tables.ts';

export function resultReads(
  db: Kysely<Tables>,
): Pick<StoreReads, 'hasResult' | 'eventsOfKind' | 'firstEventAtMs' | 'workCount'> {
  return {
    async hasResult(address) {
      // The history comes first: tries that changed nothing are not kept without end.
      const { rows } = await sql<{ found: number }>`
        select exists (select 1 from events where subject = ${address} and kind = 'first')
          or exists (
            select 1 from attempts where address = ${address} and json_extract(verdict_json, '$.ok') = 1
          )
          or exists (
            select 1 from attempts
            where party_json is not null and ${isMember('attempts', address)}
              and json_extract(verdict_json, '$.ok') = 1
          ) as found
      `.execute(db);
      return rows[0]?.found === 1;
    },
    async eventsOfKind(kind, limit) {
      const query = db.selectFrom('events').selectAll().where('kind', '=', kind).orderBy('seq', 'desc').limit(limit);
      return (await query.execute()).map(eventOf);
    },
    async workCount(maker) {
      const row = await db
        .selectFrom('works')
        .select((all) => all.fn.countAll<number>().as('count'))
        .where('maker', '=', maker)
        .where('hidden', '=', 0)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async firstEventAtMs(subject) {
      const row = await db
        .selectFrom('events')
        .select('at_ms')
        .where('subject', '=', subject)
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst();
      return row?.at_ms ?? null;
    },
  };
}
