/** Laurels, records and attempts of one account, each joined with what a profile says of it, over one connection. */
import type { Kysely } from 'kysely';
import type { ProfileReads } from '#server/ports/profile-reads.ts';
import { parseAttemptId, parseChallengeId } from '#shared/base/ids.ts';
import { laurelOf, recordOf, resultOf, stateOf, verdictOf } from './columns.ts';
import { heldBy, madeBy } from './party-members.ts';
import type { Tables } from './tables.ts';

export function profileReads(db: Kysely<Tables>): ProfileReads {
  return {
    async laurelStories({ holder, limit }) {
      const rows = await db
        .selectFrom('laurels')
        .leftJoin('challenges', 'challenges.id', 'laurels.challenge')
        .leftJoin('records', (join) =>
          join
            .onRef('records.challenge', '=', 'laurels.challenge')
            .onRef('records.position', '=', 'laurels.record_position')
            .on('records.invalidated', 'is', null),
        )
        .selectAll('laurels')
        .select([
          'challenges.title',
          'challenges.state as challenge_state',
          'records.attempt',
          'records.value_json',
          'records.unit',
          'records.at_ms',
        ])
        .where('laurels.holder', '=', holder)
        .orderBy('laurels.seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => {
        const { title, attempt, value_json: value, unit, at_ms: atMs } = row;
        const counts = attempt !== null && value !== null && unit !== null && atMs !== null;
        return {
          laurel: laurelOf(row),
          challengeTitle: title ?? '',
          isHidden: row.challenge_state === 'hidden',
          record: counts ? { attempt: parseAttemptId(attempt), value: resultOf(value), unit, atMs } : null,
        };
      });
    },
    async attemptStories({ member, limit }) {
      const rows = await db
        .selectFrom('attempts')
        .innerJoin('challenges', 'challenges.id', 'attempts.challenge')
        // Never the payloads: all of somebody's attempts are sorted for the newest few.
        .select(['attempts.id', 'attempts.challenge', 'attempts.verdict_json', 'attempts.received_at_ms'])
        .select(['challenges.title', 'challenges.state'])
        .where('attempts.id', 'in', madeBy(db, member))
        .orderBy('attempts.received_at_ms', 'desc')
        .orderBy('attempts.id')
        .limit(limit)
        .execute();
      return rows.map(({ id, challenge, verdict_json: verdict, received_at_ms: receivedAtMs, title, state }) => ({
        attempt: { id: parseAttemptId(id), verdict: verdictOf(verdict), receivedAtMs },
        challenge: { id: parseChallengeId(challenge), title, state: stateOf(state) },
      }));
    },
    async heldRecords({ holder, limit }) {
      const rows = await db
        .selectFrom('records')
        .innerJoin('challenges', 'challenges.id', 'records.challenge')
        .selectAll('records')
        .select(['challenges.title', 'challenges.state'])
        .where('records.invalidated', 'is', null)
        .where('records.seq', 'in', heldBy(db, holder))
        .orderBy('records.seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        record: recordOf(row),
        challenge: { title: row.title, state: stateOf(row.state) },
      }));
    },
  };
}
