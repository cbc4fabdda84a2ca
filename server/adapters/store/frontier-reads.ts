/** What can be asked of commitments, ratings, novelty, laurels in their window and the supply, over one connection. */
import { type Kysely, sql } from 'kysely';
import type { StoreReads } from '#server/ports/store-reads.ts';
import type { Tables } from './tables.ts';

type FrontierReads = Pick<
  StoreReads,
  'commitment' | 'commitmentCount' | 'rating' | 'novelty' | 'pendingLaurels' | 'supply'
>;

export function frontierReads(db: Kysely<Tables>): FrontierReads {
  return {
    async commitment({ challenge, address, hash }) {
      const row = await db
        .selectFrom('commitments')
        .select(['at_ms', 'opened'])
        .where('challenge', '=', challenge)
        .where('address', '=', address)
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row === undefined ? null : { challenge, address, hash, atMs: row.at_ms, opened: row.opened === 1 };
    },
    async commitmentCount({ challenge, address }) {
      const row = await db
        .selectFrom('commitments')
        .select((all) => all.fn.countAll<number>().as('count'))
        .where('challenge', '=', challenge)
        .where('address', '=', address)
        .where('opened', '=', 0)
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
    async pendingLaurels(limit) {
      const rows = await db
        .selectFrom('pending_laurels')
        .selectAll()
        .orderBy('due_at_ms')
        .orderBy('token_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ tokenId: row.token_id, dueAtMs: row.due_at_ms }));
    },
    async supply() {
      const { rows } = await sql<{ candidates: number; frontier: number; cpu: number | null }>`
        with ends as (
          -- Lines of the first release are no JSON, and say nothing of the cost.
          select case when json_valid(body) then body else '{}' end as said
          from events where kind in ('opened', 'rejected')
        )
        select
          count(*) as candidates,
          count(case when json_extract(said, '$.to') = 'frontier' then 1 end) as frontier,
          sum(json_extract(said, '$.cpuSeconds')) as cpu
        from ends where json_extract(said, '$.from') = 'machine-attempts'
      `.execute(db);
      const [row] = rows;
      return {
        candidates: Number(row?.candidates ?? 0),
        frontier: Number(row?.frontier ?? 0),
        cpuSeconds: Number(row?.cpu ?? 0),
      };
    },
  };
}
