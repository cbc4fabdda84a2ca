/** `dimension records published [--check] [--json]`: what others published, and whether their certificates hold here. */
import { parseArgs } from 'node:util';
import type { PublishedValue, RecordTable } from '#content/world/record-table.ts';
import { loadRecordTable, TABLED_FAMILIES } from '#content/world/records.ts';
import { judgeFile } from '#server/work/judge-file.ts';
import { canonicalJson } from '#shared/base/hash.ts';

interface Row {
  readonly family: string;
  readonly instance: string;
  readonly value: number | string;
  readonly status: string;
  readonly source: string;
  /** What the judge here says of the certificate; null where there is none, or nothing was asked. */
  readonly recomputed: number | string | null;
  readonly holds: boolean | null;
}

/** @returns 0, or 1 when a certificate does not recompute its value */
export async function publishedRecords(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { check: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const rows: Row[] = [];
  for (const family of TABLED_FAMILIES) {
    const table = await loadRecordTable(family);
    for (const entry of table.entries) rows.push(await rowOf(table, entry, values.check));
  }
  process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : rows.map(sentence).join(''));
  return rows.some(({ holds }) => holds === false) ? 1 : 0;
}

async function rowOf({ family, rules }: RecordTable, entry: PublishedValue, check: boolean): Promise<Row> {
  const { instance, value, status, source, sourceDate, certificate } = entry;
  const row = { family, instance: canonicalJson(instance), value, status, source: `${source}, ${sourceDate}` };
  if (!check || certificate === undefined) return { ...row, recomputed: null, holds: null };
  const { verdict } = await judgeFile({ challenge: { family, rules, instance }, payload: certificate });
  const recomputed = verdict.ok ? verdict.value : null;
  return { ...row, recomputed, holds: recomputed === value };
}

function sentence({ family, instance, value, status, source, holds, recomputed }: Row): string {
  const shown = instance.length > 60 ? `${instance.slice(0, 59)}…` : instance;
  const checked = holds === null ? '' : holds ? ', recomputed' : `, but the judge here says ${recomputed}`;
  return `${family} ${shown}: ${value} (${status}${checked}; ${source})\n`;
}
