import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { feedOfFile } from '#server/adapters/feed-file.ts';
import { feedOfUrl } from '#server/adapters/feed-url.ts';
import type { FeedSource } from '#server/ports/feed-source.ts';
import type { FeedEntry, FeedHead } from '#shared/records/feed.ts';
import { FeedHost, goldenRecord } from '#test/support/feed.ts';
import { scratchFolder } from '#test/support/scratch.ts';

/** Only what is slow on purpose is given little time. */
const PATIENCE = { pageMs: 60_000, pageBytes: 200_000, pages: 3 };

/** A server that answers as it likes. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

async function read(source: FeedSource, after: FeedHead | null = null): Promise<FeedEntry[]> {
  const all: FeedEntry[] = [];
  for await (const page of source.pages(after)) all.push(...page);
  return all;
}

const host = new FeedHost('served');
for (let index = 0; index < 5; index++) host.say(goldenRecord({ index }));

/** Answers pages of two as a world does. */
const world: RequestListener = ({ url }, response) => {
  const from = Number(new URL(url ?? '', 'http://a').searchParams.get('from'));
  response.end(JSON.stringify({ head: host.head, entries: host.entries.slice(from - 1, from + 1) }));
};

test('a feed is read page by page to its end, from where it was left', async () => {
  const url = await serve(world);
  expect(await read(feedOfUrl(url, PATIENCE))).toEqual(host.entries);
  expect(await read(feedOfUrl(`${url}/api/feed?x=1#y`, PATIENCE), host.entries[2])).toEqual(host.entries.slice(3));
  expect(await read(feedOfUrl(url, PATIENCE), host.head)).toEqual([]);
});

const lines = (entries: readonly unknown[], head: unknown = host.head) => JSON.stringify({ head, entries });
test.each<[string, string, RequestListener]>([
  ['another page', 'feed.page', (_, response) => response.end('<html>')],
  ['an entry that is none', 'feed.entry', (_, response) => response.end(lines([{ hello: 1 }]))],
  ['more entries than a page has', 'feed.page', (_, response) => response.end(lines(Array(2_000).fill(1)))],
  ['brackets in brackets', 'feed.page', (_, response) => response.end('['.repeat(100_000))],
  ['a megabyte line', 'feed.large', (_, response) => response.end(`"${'x'.repeat(1_000_000)}"`)],
  [
    'a small page that unpacks to a large one',
    'feed.large',
    (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('x'.repeat(5_000_000)));
    },
  ],
  [
    'a page without end',
    'feed.large',
    (_, response) => {
      const more = () => void response.write('x'.repeat(50_000), more);
      more();
    },
  ],
  ['a page that never comes', 'feed.slow', () => undefined],
  ['half a page', 'feed.slow', (_, response) => void response.write('{"entries":[')],
  ['a way to elsewhere', 'feed.redirect', (_, response) => response.writeHead(302, { location: '/x' }).end()],
  ['a refusal', 'feed.status', (_, response) => response.writeHead(500).end()],
  ['a broken line', 'feed.away', (_, response) => response.destroy()],
  ['a promise of more', 'feed.page', (_, response) => response.end(lines([], { seq: 9, hash: 'x' }))],
])('a server that answers with %s is refused: %s', async (_, code, listener) => {
  const patience = { ...PATIENCE, pageMs: code === 'feed.slow' ? 300 : PATIENCE.pageMs };
  await expect(read(feedOfUrl(await serve(listener), patience))).rejects.toThrow(expect.objectContaining({ code }));
});

test('a feed that was cut or rewritten since the last time is told', async () => {
  const url = await serve(world);
  const [first] = host.entries;
  const last = host.entries.at(-1);
  if (first === undefined || last === undefined) throw new Error('there are five entries');
  for (const after of [
    { ...last, seq: 9 },
    { ...last, hash: first.hash },
  ])
    await expect(read(feedOfUrl(url, PATIENCE), after)).rejects.toThrow(
      expect.objectContaining({ code: 'feed.forked' }),
    );
});

test('a feed without end is read only so far at once', async () => {
  const url = await serve((_, response) => response.end(lines([host.entries[0]], { seq: 1e9, hash: 'x' })));
  expect(await read(feedOfUrl(url, PATIENCE))).toHaveLength(PATIENCE.pages);
});

test.each(['', 'nothing', 'ftp://a/b', 'file:///etc/passwd', 'https://name:word@a/'])('%j is no address', (address) => {
  expect(() => feedOfUrl(address)).toThrow(expect.objectContaining({ code: 'feed.url' }));
});

test('a file is read line by line, and a line without end is let go of', async () => {
  const folder = await scratchFolder();
  const path = join(folder, 'feed.jsonl');
  await writeFile(path, host.entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  expect(await read(feedOfFile(path))).toEqual(host.entries);
  for (const [text, code] of [
    ['{"seq":1}\n', 'feed.entry'],
    ['{\n', 'feed.entry'],
    ['x'.repeat(3_000_000), 'feed.large'],
  ] as const) {
    await writeFile(path, text);
    await expect(read(feedOfFile(path))).rejects.toThrow(expect.objectContaining({ code }));
  }
  await expect(read(feedOfFile(join(folder, 'none')))).rejects.toThrow(expect.objectContaining({ code: 'feed.file' }));
});
