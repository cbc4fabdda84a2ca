/** What a person named on the command line as a feed: an address, or a file. */
import { feedOfFile } from '#server/adapters/feed-file.ts';
import { feedOfUrl } from '#server/adapters/feed-url.ts';
import type { FeedSource } from '#server/ports/feed-source.ts';
import { DimensionError } from '#shared/base/errors.ts';

/** @throws DimensionError `feed.url`, `records.usage` when nothing was named */
export function namedFeed(name: string | undefined): FeedSource {
  if (name === undefined) throw new DimensionError('records.usage', 'Name the address of a world, or a feed.jsonl.');
  return /^\w+:\/\//.test(name) ? feedOfUrl(name) : feedOfFile(name);
}
