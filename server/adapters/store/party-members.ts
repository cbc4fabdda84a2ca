/**
 * What somebody made or holds, alone or as one of a party, over one connection. Some come twice: sorting out which would
 * cost SQLite the indices of parties.
 */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Ids of the attempts that an account made. */
export function madeBy(db: Kysely<Tables>, address: string) {
  const inParty = db.selectFrom('attempts').select('id').where('party_json', 'is not', null);
  return db
    .selectFrom('attempts')
    .select('id')
    .where('address', '=', address)
    .unionAll(inParty.where(isMember('attempts', address)));
}

/** Numbers of the records that an account holds. */
export function heldBy(db: Kysely<Tables>, address: string) {
  const inParty = db.selectFrom('records').select('seq').where('party_json', 'is not', null);
  return db
    .selectFrom('records')
    .select('seq')
    .where('holder', '=', address)
    .unionAll(inParty.where(isMember('records', address)));
}

/**
 * The one definition of who belongs to a party: true of a row of that table, under its own name in the query, that names
 * the account among those who played together. False where one played alone.
 */
export function isMember(table: 'attempts' | 'records', address: string) {
  const party = sql.ref(`${table}.party_json`);
  return sql<boolean>`exists (
    select 1 from json_each(${party}) as member where member.value ->> 'address' = ${address}
  )`;
}
