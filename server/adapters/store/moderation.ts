/** What people report to the host, and whom the host silenced: read and written. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { StoreWrites } from '#server/ports/store.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { REPORT_REASONS, type Report, type Silence } from '#shared/records/report.ts';
import type { Tables } from './tables.ts';

const reasonSchema = z.enum(REPORT_REASONS);
const linesSchema = z.array(z.object({ atMs: z.number(), text: z.string() }));

export function moderationReads(db: Kysely<Tables>): Pick<StoreReads, 'reports' | 'silence' | 'silences'> {
  return {
    async reports(limit) {
      const rows = await db.selectFrom('reports').selectAll().orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(reportOf);
    },
    async silence(address) {
      const row = await silenced(db).where('silences.address', '=', address).executeTakeFirst();
      return row === undefined ? null : silenceOf(row);
    },
    async silences(limit) {
      const rows = await silenced(db).orderBy('silences.until_ms', 'desc').limit(limit).execute();
      return rows.map(silenceOf);
    },
  };
}

export function moderationWrites(db: Kysely<Tables>): Pick<StoreWrites, 'addReport' | 'closeReport' | 'setSilence'> {
  return {
    async addReport(report) {
      const { id, accused, accusedName, reporter, reporterName, reason, words, lines, atMs } = report;
      await db
        .insertInto('reports')
        .values({
          id,
          accused,
          accused_name: accusedName,
          reporter,
          reporter_name: reporterName,
          reason,
          words,
          lines_json: JSON.stringify(lines),
          at_ms: atMs,
        })
        .execute();
    },
    async closeReport(id) {
      const { numDeletedRows } = await db.deleteFrom('reports').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async setSilence(address, silence) {
      await db.deleteFrom('silences').where('address', '=', address).execute();
      if (silence === null) return;
      await db.insertInto('silences').values({ address, until_ms: silence.untilMs, reason: silence.reason }).execute();
    },
  };
}

function silenced(db: Kysely<Tables>) {
  return db
    .selectFrom('silences')
    .innerJoin('people', 'people.address', 'silences.address')
    .select(['silences.address', 'people.name', 'silences.until_ms', 'silences.reason']);
}

function silenceOf(row: { address: string; name: string; until_ms: number; reason: string }): Silence {
  return { address: parseAddress(row.address), name: row.name, untilMs: row.until_ms, reason: row.reason };
}

function reportOf(row: {
  id: string;
  accused: string;
  accused_name: string;
  reporter: string;
  reporter_name: string;
  reason: string;
  words: string;
  lines_json: string;
  at_ms: number;
}): Report {
  return {
    id: row.id,
    accused: parseAddress(row.accused),
    accusedName: row.accused_name,
    reporter: parseAddress(row.reporter),
    reporterName: row.reporter_name,
    reason: reasonSchema.parse(row.reason),
    words: row.words,
    lines: linesSchema.parse(JSON.parse(row.lines_json)),
    atMs: row.at_ms,
  };
}
