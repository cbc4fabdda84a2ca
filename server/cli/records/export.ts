/** `dimension records export DIR [--from FILE_OR_URL]`: everything that others need to check and to cite the records. */
import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lockData } from '#server/adapters/data-lock.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { readConfig } from '#server/config.ts';
import { linkedPages } from '#server/flows/check-feed.ts';
import { citationFile } from '#server/http/citation.ts';
import { recordCsv } from '#server/http/record-csv.ts';
import { exportedRecords } from '#server/http/record-export.ts';
import type { FeedSource } from '#server/ports/feed-source.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import { releaseVersion } from '#server/release-version.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { FeedEntry, FeedHead } from '#shared/records/feed.ts';
import { type FeedLine, lineOf } from '#shared/records/feed-line.ts';
import { namedFeed } from './source.ts';

const PAGE = { limit: 100, characters: 4_194_304 };

/** @throws DimensionError `records.folder`, `data.busy` while the world of this folder runs, `feed.*`, `store.*` */
export async function exportRecords(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const folder = await emptyFolder(positionals[0]);
  const { dataDir, publicUrl } = readConfig();
  const written =
    values.from === undefined
      ? await withOwnFeed(dataDir, (source) => write(source, folder, publicUrl ?? 'a world without an address'))
      : await write(namedFeed(values.from), folder, values.from);
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ folder, ...written })}\n`
      : `${written.records} records and ${written.entries} entries are in ${folder}.\n`,
  );
  return 0;
}

/** @throws DimensionError `records.folder` */
async function emptyFolder(path: string | undefined): Promise<string> {
  if (path === undefined) throw new DimensionError('records.folder', 'Name the folder to write into.');
  const held = await mkdir(path, { recursive: true }).then(
    () => readdir(path),
    () => null,
  );
  if (held?.length !== 0)
    throw new DimensionError('records.folder', `"${path}" must be a new or an empty folder.`, { path });
  return path;
}

async function withOwnFeed<T>(dataDir: string, use: (source: FeedSource) => Promise<T>): Promise<T> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockData(dataDir);
  try {
    const store = await openStore({ dataDir });
    return await use(feedOfStore(store)).finally(() => store.close());
  } finally {
    lock.release();
  }
}

function feedOfStore(store: Pick<StoreReads, 'feed'>): FeedSource {
  return {
    name: 'this world',
    async *pages(after) {
      for (let from = (after?.seq ?? 0) + 1; ; ) {
        const page = await store.feed({ from, ...PAGE });
        if (page.length === 0) return;
        yield page;
        from += page.length;
      }
    },
  };
}

interface Written {
  readonly entries: number;
  readonly records: number;
}

/** Entries are checked link by link on the way: what is false is not spread further. */
async function write(source: FeedSource, folder: string, url: string): Promise<Written> {
  for (const name of ['challenges', 'attempts']) await mkdir(join(folder, name));
  const lines: FeedLine[] = [];
  let head: FeedHead | null = null;
  for await (const page of linkedPages(source, null)) {
    await appendFile(join(folder, 'feed.jsonl'), page.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    for (const entry of page) await writeCertificate(entry, folder);
    lines.push(...page.map(lineOf));
    const last: FeedEntry | undefined = page.at(-1);
    if (last !== undefined) head = { seq: last.seq, hash: last.hash, signer: last.signer };
  }
  const records = exportedRecords(lines).map((record) => ({
    ...record,
    certificate: `attempts/${record.attempt}.json`,
  }));
  const version = await releaseVersion();
  const exported = { world: 'Autonomous Dimension', version, signer: head?.signer ?? '', head, records };
  await writeFile(join(folder, 'records.csv'), recordCsv(records));
  await writeFile(join(folder, 'CITATION.cff'), citationFile(exported, url, lines.at(-1)?.atMs ?? 0));
  await writeFile(join(folder, 'README.txt'), README);
  return { entries: lines.length, records: records.length };
}

/** The ids passed their parser: 64 hex digits, so no name leads out of the folder. */
async function writeCertificate(entry: FeedEntry, folder: string): Promise<void> {
  if (entry.kind !== 'record') return;
  const { file, payload, challenge, attempt } = entry;
  await writeFile(join(folder, 'challenges', `${challenge}.json`), `${JSON.stringify(file)}\n`);
  await writeFile(join(folder, 'attempts', `${attempt}.json`), `${JSON.stringify({ challenge: file, payload })}\n`);
}

const README = `Records of an Autonomous Dimension.

feed.jsonl    every entry as it was signed, one a line; each holds the hash of the one before
records.csv   the records as a table
challenges/   what was asked, by challenge id
attempts/     what was handed in, by attempt id: challenge and payload together
CITATION.cff  how to cite them

To check one record:   dimension verify attempts/ID.json
To check all of them:  dimension records check feed.jsonl
`;
