/** How to cite the records of a world: a Citation File Format file that names whoever found something. */
import type { ExportedRecord, RecordExport } from '#shared/protocol/routes.ts';
import { holdersOf } from '#shared/records/attempt.ts';

/** Names in one file; beyond, the dataset itself names the rest. */
const MOST_AUTHORS = 500;

/**
 * @param url where the world is reached
 * @param atMs when the last record was set, ms since 1970
 * @see https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md
 */
export function citationFile({ records, head, signer, version }: RecordExport, url: string, atMs: number): string {
  const authors = authorsOf(records);
  const lines = [
    'cff-version: 1.2.0',
    'message: "If you use these records, please cite them and name who found them."',
    'type: dataset',
    `title: ${quoted(`Frontier records of ${url}`)}`,
    `version: ${quoted(`${version}, ${records.length} records`)}`,
    `date-released: ${quoted(new Date(atMs).toISOString().slice(0, 10))}`,
    `url: ${quoted(url)}`,
    'authors:',
    ...(authors.length === 0 ? [['The automata of this world', signer] as const] : authors).flatMap(
      ([name, account]) => [`  - name: ${quoted(name)}`, `    alias: ${quoted(account)}`],
    ),
    'identifiers:',
    '  - type: other',
    `    description: "Verdict key, entries and last hash of the signed record feed"`,
    `    value: ${quoted(`${signer}/${head?.seq ?? 0}/${head?.hash ?? ''}`)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** People who hold or held a record that counts, in the order of their first one; by account, under their last name. */
function authorsOf(records: readonly ExportedRecord[]): readonly (readonly [name: string, account: string])[] {
  const names = new Map<string, string>();
  for (const record of records)
    if (record.holderKind === 'person' && record.invalidated === null)
      for (const { address, name } of holdersOf(record)) names.set(address, name);
  return [...names].slice(0, MOST_AUTHORS).map(([account, name]) => [name, account]);
}

/** A double-quoted YAML scalar: JSON's strings are such. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
