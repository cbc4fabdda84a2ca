/** A record feed in a file, one entry a line, read without ever holding more than a page of it. */
import { createReadStream } from 'node:fs';
import type { FeedSource } from '#server/ports/feed-source.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type FeedEntry, parseFeedEntry } from '#shared/records/feed.ts';

/** An entry holds at most an instance and a payload of 64 KiB each, or four tapes. */
const MOST_LINE = 1_048_576;
const PAGE_ENTRIES = 100;

/** Reads from the first line, whatever was read before. */
export function feedOfFile(path: string): FeedSource {
  return {
    name: path,
    async *pages() {
      let page: FeedEntry[] = [];
      for await (const line of linesOf(path)) {
        page.push(entryOf(line));
        if (page.length < PAGE_ENTRIES) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    },
  };
}

/** @throws DimensionError `feed.file`, `feed.large` */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  const stream = createReadStream(path, { encoding: 'utf8' });
  try {
    for await (const part of stream) {
      const lines = `${rest}${part}`.split('\n');
      rest = lines.pop() ?? '';
      if (Math.max(rest.length, ...lines.map((line) => line.length)) > MOST_LINE)
        throw new DimensionError('feed.large', 'A line of the feed is longer than a mebibyte.', { path });
      yield* lines.filter((line) => line !== '');
    }
  } catch (cause) {
    if (cause instanceof DimensionError) throw cause;
    throw new DimensionError('feed.file', `There is no feed to be read in "${path}".`, { path }, cause);
  }
  if (rest !== '') yield rest;
}

function entryOf(line: string): FeedEntry {
  try {
    return parseFeedEntry(JSON.parse(line));
  } catch (cause) {
    throw new DimensionError('feed.entry', 'A line of the file is not an entry of a record feed.', {}, cause);
  }
}
