/** Records as a table for spreadsheets (RFC 4180), in which no cell can become a formula. */
import type { ExportedRecord } from '#shared/protocol/routes.ts';
import { holdersOf } from '#shared/records/attempt.ts';

const COLUMNS: readonly (readonly [
  name: string,
  cell: (record: ExportedRecord) => string | number | boolean | null,
])[] = [
  ['entry', (record) => record.seq],
  ['date', (record) => new Date(record.atMs).toISOString()],
  ['challenge', (record) => record.challenge],
  ['title', (record) => record.title],
  ['family', (record) => record.family],
  ['record', (record) => record.index],
  ['value', (record) => record.value],
  ['unit', (record) => record.unit],
  [
    'holder',
    (record) =>
      holdersOf(record)
        .map(({ address }) => address)
        .join(' '),
  ],
  ['holder name', (record) => record.holderName],
  ['holder kind', (record) => record.holderKind],
  ['made', (record) => record.class],
  ['credit', (record) => record.credit],
  ['laurel', (record) => record.laurel],
  ['builds on', (record) => record.parent],
  ['taken over from', (record) => record.origin?.url ?? null],
  ['invalidated', (record) => record.invalidated],
  ['certificate', (record) => record.certificate],
  ['entry hash', (record) => record.hash],
];

/** The whole table with its heading line. */
export function recordCsv(records: readonly ExportedRecord[]): string {
  const lines = records.map((record) => COLUMNS.map(([, cell]) => csvCell(cell(record))));
  return [COLUMNS.map(([name]) => csvCell(name)), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
/** What spreadsheets read as the beginning of a formula, also behind white space. @see OWASP "CSV Injection" */
const FORMULA = /^\s*[=+\-@\t\r\n|%]/;

/** One cell: quoted where it must be, and with an apostrophe before what a spreadsheet would compute. */
export function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
