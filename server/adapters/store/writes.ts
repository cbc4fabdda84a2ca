/** What can be written to the store, inside one transaction. */
import type { Kysely } from 'kysely';
import type { StoreWrites } from '#server/ports/store.ts';
import { sha256 } from '#shared/base/hash.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import { feedWrites } from './feed.ts';
import { frontierWrites } from './frontier-writes.ts';
import { lessonWrites } from './lessons.ts';
import { moderationWrites } from './moderation.ts';
import { moreWrites } from './more-writes.ts';
import { outboxWrites } from './outbox-writes.ts';
import type { Tables } from './tables.ts';

/** Devices on which one person stays signed in. */
const SESSIONS_OF_ONE = 12;

export function storeWrites(db: Kysely<Tables>): StoreWrites {
  const challenges = challengeWrites(db);
  const more = moreWrites(db);
  return {
    ...peopleWrites(db),
    ...challenges,
    ...attemptWrites(db),
    ...outboxWrites(db),
    ...frontierWrites(db),
    ...more,
    ...feedWrites(db),
    ...lessonWrites(db),
    ...moderationWrites(db),
    async takeStep({ challenge, kind, body }) {
      await challenges.putChallenge(challenge);
      await more.addEvent(kind, challenge.id, body, challenge.changedAtMs);
    },
  };
}

function peopleWrites(db: Kysely<Tables>): Pick<StoreWrites, 'putPerson' | 'putSession' | 'dropSessions'> {
  return {
    async putPerson(person) {
      const row = { name: person.name, host: person.host ? 1 : 0, seen_at_ms: person.seenAtMs };
      await db
        .insertInto('people')
        .values({ address: person.address, ...row })
        .onConflict((on) => on.column('address').doUpdateSet(row))
        .execute();
    },
    async putSession({ tokenHash, address, expiresAtMs }) {
      await db.insertInto('sessions').values({ token_hash: tokenHash, address, expires_at_ms: expiresAtMs }).execute();
      const kept = db
        .selectFrom('sessions')
        .select('token_hash')
        .where('address', '=', address)
        .orderBy('expires_at_ms', 'desc')
        .limit(SESSIONS_OF_ONE);
      await db.deleteFrom('sessions').where('address', '=', address).where('token_hash', 'not in', kept).execute();
    },
    async dropSessions(beforeMs) {
      await db.deleteFrom('sessions').where('expires_at_ms', '<', beforeMs).execute();
    },
  };
}

function challengeWrites(db: Kysely<Tables>): Pick<StoreWrites, 'putChallenge' | 'addMachineRun' | 'sealWitness'> {
  const appendRuns: (id: Challenge['id'], runs: Challenge['machine']) => Promise<void> = async (id, runs) => {
    const kept = await countRuns(db, id);
    for (const [position, run] of runs.entries()) {
      if (position < kept) continue;
      await db
        .insertInto('machine_runs')
        .values({ challenge: id, position, run_json: JSON.stringify(run) })
        .execute();
    }
  };
  return {
    async putChallenge(challenge) {
      const row = {
        file_json: JSON.stringify(challenge.file),
        title: challenge.title,
        state: challenge.state,
        creator: challenge.creator,
        witness_hash: challenge.witnessHash,
        changed_at_ms: challenge.changedAtMs,
      };
      await db
        .insertInto('challenges')
        .values({ id: challenge.id, ...row })
        .onConflict((on) => on.column('id').doUpdateSet(row))
        .execute();
      await appendRuns(challenge.id, challenge.machine);
    },
    async addMachineRun(id, run) {
      const position = await countRuns(db, id);
      await db
        .insertInto('machine_runs')
        .values({ challenge: id, position, run_json: JSON.stringify(run) })
        .execute();
    },
    async sealWitness(id, payload) {
      await db
        .insertInto('witnesses')
        .values({ challenge: id, payload_json: JSON.stringify(payload) })
        .execute();
    },
  };
}

async function countRuns(db: Kysely<Tables>, id: string): Promise<number> {
  const row = await db
    .selectFrom('machine_runs')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('challenge', '=', id)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Nothing said is not a no. */
function flag(said: boolean | undefined): number | null {
  return said === undefined ? null : Number(said);
}

/** Halfway between a record and the one that stands before it. */
async function rankBefore(db: Kysely<Tables>, challenge: string, index: number): Promise<number> {
  const ranks = (
    await db
      .selectFrom('records')
      .select(['position', 'rank'])
      .where('challenge', '=', challenge)
      .orderBy('rank')
      .execute()
  ).map(({ position, rank }) => ({ position, rank: rank ?? position }));
  const at = ranks.findIndex(({ position }) => position === index);
  const [below, above] = [ranks[at - 1]?.rank, ranks[at]?.rank ?? index];
  return below === undefined ? above - 1 : (below + above) / 2;
}

type AttemptWrites = Pick<
  StoreWrites,
  'addAttempt' | 'setCanonical' | 'addRecord' | 'putLaurel' | 'setLaurelState' | 'mintLaurel' | 'forgetChain'
>;

function attemptWrites(db: Kysely<Tables>): AttemptWrites {
  return {
    async addAttempt(attempt, canonical) {
      await db
        .insertInto('attempts')
        .values({
          id: attempt.id,
          challenge: attempt.challenge,
          address: attempt.actor.address,
          actor_json: JSON.stringify(attempt.actor),
          party_json: attempt.party === undefined ? null : JSON.stringify(attempt.party),
          class: attempt.class,
          payload_json: JSON.stringify(attempt.payload),
          handed_in_json: attempt.handedIn === undefined ? null : JSON.stringify(attempt.handedIn),
          wall_ms: attempt.wallMs,
          received_at_ms: attempt.receivedAtMs,
          verdict_json: JSON.stringify(attempt.verdict),
          canonical_hash: canonical === null ? null : sha256(canonical),
          consent: flag(attempt.consent),
        })
        .execute();
    },
    async setCanonical(id, canonical) {
      await db
        .updateTable('attempts')
        .set({ canonical_hash: sha256(canonical) })
        .where('id', '=', id)
        .execute();
    },
    async addRecord(record, before) {
      await db
        .insertInto('records')
        .values({
          challenge: record.challenge,
          position: record.index,
          attempt: record.attempt,
          holder: record.holder,
          holder_name: record.holderName,
          holder_kind: record.holderKind,
          value_json: JSON.stringify(record.value),
          unit: record.unit,
          digest: record.digest,
          at_ms: record.atMs,
          laurel: record.laurel ? 1 : 0,
          credit: record.creditClass,
          basin: record.basin,
          parent: record.parent,
          rank: before === undefined ? record.index : await rankBefore(db, record.challenge, before),
          invalidated: null,
          party_json: record.party === undefined ? null : JSON.stringify(record.party),
        })
        .execute();
    },
    async putLaurel(laurel) {
      await db
        .insertInto('laurels')
        .values({
          token_id: laurel.tokenId,
          challenge: laurel.challenge,
          record_position: laurel.recordIndex,
          holder_position: laurel.holderIndex,
          holder: laurel.holder,
          share_basis_points: laurel.shareBasisPoints,
          state: laurel.state,
          tx: laurel.transaction,
        })
        .execute();
    },
    async setLaurelState(tokenId, state, transaction) {
      await db.updateTable('laurels').set({ state, tx: transaction }).where('token_id', '=', tokenId).execute();
    },
    async mintLaurel(tokenId, holder, transaction) {
      const result = await db
        .updateTable('laurels')
        .set({ state: 'minted', tx: transaction })
        .where('token_id', '=', tokenId)
        .where('holder', '=', holder)
        .where('state', '!=', 'invalidated')
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async forgetChain() {
      await db.updateTable('outbox').set({ state: 'waiting', detail: null }).where('state', '=', 'done').execute();
      await db
        .updateTable('laurels')
        .set({ state: 'provisional', tx: null })
        .where('state', 'in', ['sent', 'minted'])
        .execute();
    },
  };
}
