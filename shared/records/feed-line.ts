/** An entry of the feed without its certificate: what lists, charts and tables show. */
import type { FeedEntry, RecordNews } from './feed.ts';

interface Line {
  readonly seq: number;
  readonly atMs: number;
  /** Hash of the whole entry. */
  readonly hash: string;
}

/** A record in one line. */
export type RecordLine = Line & Omit<RecordNews, 'file' | 'payload'> & { readonly family: string };
/** Anything in one line. */
export type FeedLine = RecordLine | (Line & Exclude<FeedEntryNews, { readonly kind: 'record' }>);

type FeedEntryNews = FeedEntry extends infer E
  ? E extends FeedEntry
    ? Omit<E, 'previous' | 'signer' | 'signature'>
    : never
  : never;

/** The line of an entry. */
export function lineOf(entry: FeedEntry): FeedLine {
  const { previous: _previous, signer: _signer, signature: _signature, ...line } = entry;
  if (line.kind !== 'record') return line;
  const { file, payload: _payload, ...rest } = line;
  return { ...rest, family: file.family };
}
