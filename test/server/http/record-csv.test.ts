import { expect, test } from 'vitest';
import { citationFile } from '#server/http/citation.ts';
import { csvCell, recordCsv } from '#server/http/record-csv.ts';
import { exportedRecords } from '#server/http/record-export.ts';
import { lineOf } from '#shared/records/feed-line.ts';
import { FeedHost, goldenRecord } from '#test/support/feed.ts';

test.each([
  ['=HYPERLINK("http://a")', '"\'=HYPERLINK(""http://a"")"'],
  ['+1+1', '"\'+1+1"'],
  ['-2+3', '"\'-2+3"'],
  ['@SUM(A1)', '"\'@SUM(A1)"'],
  ['  =1', '"\'  =1"'],
  ['\t=1', '"\'\t=1"'],
  ['-12.5', '-12.5'],
  ['-7', '-7'],
  ['a, b', '"a, b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['plain', 'plain'],
])('the cell %j is written %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('a name that is a formula stays a name in the table and in the citation', () => {
  const host = new FeedHost('table');
  host.say(goldenRecord({ holderName: '=cmd|calc!A0', title: 'A "wall", and more: #1' }));
  host.say({ kind: 'invalidated', challenge: goldenRecord().challenge, title: 'A', index: 0, reason: 'A hole.' });
  host.say(goldenRecord({ index: 1, holderName: '- name: "x' }));
  const records = exportedRecords(host.entries.map(lineOf));
  const [head, first, second, end] = recordCsv(records).split('\r\n');
  expect(head).toContain('entry,date,challenge,title,family,record,value,unit');
  expect(first).toContain('"A ""wall"", and more: #1"');
  expect(first).toContain('"\'=cmd|calc!A0"');
  expect(first).toContain('A hole.');
  expect(second).not.toContain('A hole.');
  expect(end).toBe('');

  const exported = { world: 'W', version: '1.0.0', signer: host.signer, head: host.head, records };
  const cff = citationFile(exported, 'https://a.example', 0);
  expect(cff).toContain('cff-version: 1.2.0\n');
  expect(cff).toContain('date-released: "1970-01-01"\n');
  expect(cff).toContain(`  - name: "- name: \\"x"\n    alias: "${goldenRecord().holder}"\n`);
  expect(cff).not.toContain('cmd');
  // A world in which nobody found anything yet has an author all the same.
  expect(citationFile({ ...exported, records: [] }, 'https://a.example', 0)).toContain('The automata of this world');
});
