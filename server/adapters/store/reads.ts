/** What can be asked of the store, over one connection. */
import { type Kysely, type Selectable, sql } from 'kysely';
import type { StoreReads } from '#server/ports/store-reads.ts';
import { parseHash, sha256 } from '#shared/base/hash.ts';
import { parseAddress, parseAttemptId } from '#shared/base/ids.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import { attemptOf, challengeOf, fileOf, laurelOf, payloadOf, recordOf, runOf } from './columns.ts';
import { feedReads } from './feed.ts';
import { frontierReads } from './frontier-reads.ts';
import { Kept } from './kept.ts';
import { lessonReads } from './lessons.ts';
import { moderationReads } from './moderation.ts';
import { moreReads } from './more-reads.ts';
import { isMember, madeBy } from './party-members.ts';
import { profileReads } from './profile-reads.ts';
import { resultReads } from './result-reads.ts';
import type { Tables } from './tables.ts';

export function storeReads(db: Kysely<Tables>): StoreReads {
  return {
    ...peopleReads(db),
    ...challengeReads(db),
    ...attemptReads(db),
    ...frontierReads(db),
    ...moreReads(db),
    ...feedReads(db),
    ...lessonReads(db),
    ...moderationReads(db),
    ...profileReads(db),
    ...resultReads(db),
  };
}

function peopleReads(db: Kysely<Tables>): Pick<StoreReads, 'person' | 'session'> {
  return {
    async person(address) {
      const row = await db.selectFrom('people').selectAll().where('address', '=', address).executeTakeFirst();
      if (row === undefined) return null;
      return {
        address: parseAddress(row.address),
        name: row.name,
        host: row.host === 1,
        seenAtMs: row.seen_at_ms,
      };
    },
    async session(tokenHash) {
      const row = await db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      if (row === undefined) return null;
      return {
        tokenHash: parseHash(row.token_hash),
        address: parseAddress(row.address),
        expiresAtMs: row.expires_at_ms,
      };
    },
  };
}

/** Files and runs never change once they are written; their parsing is what a list costs. */
const KEPT_FILES = 300;
const KEPT_RUNS = 3_000;

function challengeReads(db: Kysely<Tables>): Pick<StoreReads, 'challenge' | 'challenges' | 'witness'> {
  const files = new Kept<ChallengeFile>(KEPT_FILES);
  const runs = new Kept<MachineRun>(KEPT_RUNS);
  const whole = async (rows: readonly Selectable<Tables['challenges']>[]) => {
    const ids = rows.map(({ id }) => id);
    const log = await runsOf(db, ids, runs);
    return rows.map((row) =>
      challengeOf(
        row,
        files.get(row.id, () => fileOf(row.file_json)),
        log.get(row.id) ?? [],
      ),
    );
  };
  return {
    async challenge(id) {
      const row = await db.selectFrom('challenges').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : ((await whole([row]))[0] ?? null);
    },
    async challenges({ states, limit }) {
      let query = db.selectFrom('challenges').selectAll().orderBy('seq', 'desc').limit(limit);
      if (states !== undefined) query = query.where('state', 'in', [...states]);
      return whole(await query.execute());
    },
    async witness(id) {
      const row = await db.selectFrom('witnesses').selectAll().where('challenge', '=', id).executeTakeFirst();
      return row === undefined ? null : payloadOf(row.payload_json);
    },
  };
}

/** Machine runs in order, by challenge id. */
async function runsOf(
  db: Kysely<Tables>,
  ids: readonly string[],
  kept: Kept<MachineRun>,
): Promise<Map<string, MachineRun[]>> {
  const byChallenge = new Map<string, MachineRun[]>();
  if (ids.length === 0) return byChallenge;
  const rows = await db
    .selectFrom('machine_runs')
    .selectAll()
    .where('challenge', 'in', [...ids])
    .orderBy('challenge')
    .orderBy('position')
    .execute();
  for (const row of rows) {
    const runs = byChallenge.get(row.challenge) ?? [];
    runs.push(kept.get(`${row.challenge} ${row.position}`, () => runOf(row.run_json)));
    byChallenge.set(row.challenge, runs);
  }
  return byChallenge;
}

type AttemptReads = Pick<
  StoreReads,
  | 'laurel'
  | 'attempt'
  | 'attemptCount'
  | 'bestAttempt'
  | 'lastAttemptAtMs'
  | 'attemptByCanonical'
  | 'records'
  | 'recordCount'
  | 'laurels'
>;

function attemptReads(db: Kysely<Tables>): AttemptReads {
  /** Records of the attempt that a query looks at. */
  const recordsOf = (which: 'standing' | 'taken back') =>
    db
      .selectFrom('records')
      .select('position')
      .whereRef('records.challenge', '=', sql.ref('attempts.challenge'))
      .whereRef('records.attempt', '=', sql.ref('attempts.id'))
      .where('invalidated', which === 'standing' ? 'is' : 'is not', null);
  return {
    async attempt(id) {
      const row = await db.selectFrom('attempts').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : attemptOf(row);
    },
    async attemptCount({ challenge, address, member }) {
      let query = db.selectFrom('attempts').select((all) => all.fn.countAll<number>().as('count'));
      if (challenge !== undefined) query = query.where('challenge', '=', challenge);
      if (address !== undefined) query = query.where('address', '=', address);
      if (member !== undefined) query = query.where('id', 'in', madeBy(db, member));
      return Number((await query.executeTakeFirstOrThrow()).count);
    },
    async bestAttempt({ challenge, address, better }) {
      const value = sql<number>`cast(json_extract(verdict_json, '$.value') as real)`;
      const row = await db
        .selectFrom('attempts')
        .select('id')
        .where('challenge', '=', challenge)
        .where(sql<number>`json_extract(verdict_json, '$.ok')`, '=', 1)
        .where(({ or, eb }) => or([eb('address', '=', address), isMember('attempts', address)]))
        .orderBy(value, better === 'lower' ? 'asc' : 'desc')
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : parseAttemptId(row.id);
    },
    async lastAttemptAtMs(challenge) {
      const row = await db
        .selectFrom('attempts')
        .select((all) => all.fn.max('received_at_ms').as('last'))
        .where('challenge', '=', challenge)
        .executeTakeFirst();
      return row?.last ?? null;
    },
    async attemptByCanonical(challenge, canonical) {
      const row = await db
        .selectFrom('attempts')
        .select('id')
        .where('challenge', '=', challenge)
        .where('canonical_hash', '=', sha256(canonical))
        .where(({ not, or, exists }) => or([exists(recordsOf('standing')), not(exists(recordsOf('taken back')))]))
        .orderBy('seq')
        .executeTakeFirst();
      return row === undefined ? null : parseAttemptId(row.id);
    },
    async records({ challenge, limit }) {
      let query = db.selectFrom('records').selectAll().where('invalidated', 'is', null).limit(limit);
      query =
        challenge === undefined
          ? query.orderBy('seq', 'desc')
          : query.where('challenge', '=', challenge).orderBy('rank');
      return (await query.execute()).map(recordOf);
    },
    async recordCount(challenge) {
      const row = await db
        .selectFrom('records')
        .select((all) => all.fn.countAll<number>().as('count'))
        .where('challenge', '=', challenge)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async laurel(tokenId) {
      const row = await db.selectFrom('laurels').selectAll().where('token_id', '=', tokenId).executeTakeFirst();
      return row === undefined ? null : laurelOf(row);
    },
    async laurels({ holder, limit }) {
      let query = db.selectFrom('laurels').selectAll().orderBy('seq', 'desc').limit(limit);
      if (holder !== undefined) query = query.where('holder', '=', holder);
      return (await query.execute()).map(laurelOf);
    },
  };
}
