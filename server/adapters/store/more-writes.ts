/** What can be written of works, automata, facts and the history, inside one transaction. */
import type { Kysely } from 'kysely';
import type { StoreWrites } from '#server/ports/store.ts';
import type { Tables } from './tables.ts';

type MoreWrites = Pick<
  StoreWrites,
  'putWork' | 'placeWork' | 'hideWork' | 'setWorkToken' | 'putAutomaton' | 'setAutomatonToken' | 'setFact' | 'addEvent'
>;

export function moreWrites(db: Kysely<Tables>): MoreWrites {
  return {
    async putWork(work) {
      const row = {
        generator: work.generator,
        generator_version: work.generatorVersion,
        genome: work.genome,
        title: work.title,
        maker: work.maker,
        maker_name: work.makerName,
        parents_json: JSON.stringify(work.parents),
        placement_json: work.placement === null ? null : JSON.stringify(work.placement),
        hidden: work.hidden ? 1 : 0,
        made_at_ms: work.madeAtMs,
        token_id: work.tokenId,
      };
      await db
        .insertInto('works')
        .values({ id: work.id, ...row })
        .onConflict((on) => on.column('id').doUpdateSet(row))
        .execute();
    },
    async placeWork(id, placement) {
      const placement_json = placement === null ? null : JSON.stringify(placement);
      await db.updateTable('works').set({ placement_json }).where('id', '=', id).execute();
    },
    async hideWork(id, hidden) {
      await db
        .updateTable('works')
        .set({ hidden: hidden ? 1 : 0 })
        .where('id', '=', id)
        .execute();
    },
    async setWorkToken(id, tokenId) {
      await db.updateTable('works').set({ token_id: tokenId }).where('id', '=', id).execute();
    },
    async putAutomaton(automaton) {
      const row = {
        name: automaton.name,
        motto: automaton.motto,
        personality_json: JSON.stringify(automaton.personality),
        account: automaton.account,
        token_id: automaton.tokenId,
        doing: automaton.doing,
        because: automaton.because,
        last_error: automaton.lastError,
        cpu_seconds_used: automaton.cpuSecondsUsed,
        heartbeat_at_ms: automaton.heartbeatAtMs,
      };
      await db
        .insertInto('automata')
        .values({ id: automaton.id, ...row })
        .onConflict((on) => on.column('id').doUpdateSet(row))
        .execute();
    },
    async setAutomatonToken(id, tokenId, account) {
      await db.updateTable('automata').set({ token_id: tokenId, account }).where('id', '=', id).execute();
    },
    async setFact(key, value) {
      if (value === null) await db.deleteFrom('facts').where('key', '=', key).execute();
      else
        await db
          .insertInto('facts')
          .values({ key, value })
          .onConflict((on) => on.column('key').doUpdateSet({ value }))
          .execute();
    },
    async addEvent(kind, subject, body, atMs) {
      await db.insertInto('events').values({ kind, subject, body, at_ms: atMs }).execute();
    },
  };
}
