/** Where a record feed comes from: another host, a file, or this world's own store. */
import type { FeedEntry, FeedHead } from '#shared/records/feed.ts';

export interface FeedSource {
  /** How people name it: an address or a path. */
  readonly name: string;
  /**
   * Entries after `after` (null: from the first), a page at a time and only when it is asked for: each has the form of
   * an entry, and nothing else of it is checked.
   * @throws DimensionError `feed.*` with a sentence when it cannot be read
   */
  pages(after: FeedHead | null): AsyncIterable<readonly FeedEntry[]>;
}
