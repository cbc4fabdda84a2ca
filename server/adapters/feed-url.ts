/** The record feed of another host, fetched a bounded page at a time; nothing it answers is believed. */
import { z } from 'zod';
import type { FeedSource } from '#server/ports/feed-source.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type FeedEntry, type FeedHead, parseFeedEntry } from '#shared/records/feed.ts';

/** What one visit may cost. */
export interface FeedPatience {
  /** A page from the first to the last byte, ms. */
  readonly pageMs: number;
  readonly pageBytes: number;
  readonly pages: number;
}

const PATIENCE: FeedPatience = { pageMs: 30_000, pageBytes: 4_194_304, pages: 1_000 };
const MOST_ENTRIES = 1_000;

const pageSchema = z.object({
  head: z.object({ seq: z.number().int().min(1), hash: z.string() }).nullable(),
  entries: z.array(z.unknown()).max(MOST_ENTRIES),
});

interface Page {
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly entries: readonly FeedEntry[];
}

/**
 * @param address of the world (`https://…`), or of its `/api/feed`
 * @throws DimensionError `feed.url` for anything that is no such address
 */
export function feedOfUrl(address: string, patience: FeedPatience = PATIENCE): FeedSource {
  const url = urlOf(address);
  return {
    name: url.href,
    async *pages(after) {
      let last = after;
      for (let count = 0; count < patience.pages; count++) {
        const page = await fetchPage(url, (last?.seq ?? 0) + 1, patience);
        refuseFork(page, last);
        if (page.entries.length > 0) yield page.entries;
        const end = page.entries.at(-1);
        if (end !== undefined) last = { seq: end.seq, hash: end.hash, signer: end.signer };
        if ((page.head?.seq ?? 0) <= (last?.seq ?? 0)) return;
        if (end === undefined)
          throw new DimensionError('feed.page', 'The feed says that there is more, and does not give it.');
      }
    },
  };
}

function urlOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new DimensionError('feed.url', 'A feed has an address that begins with https:// or http://.');
  if (url.pathname === '/') url.pathname = '/api/feed';
  url.search = '';
  url.hash = '';
  return url;
}

/** A feed only grows: one that is shorter than it was, or says something else at the same place, was rewritten. */
function refuseFork({ head }: Page, last: FeedHead | null): void {
  if (last === null) return;
  if (head === null || head.seq < last.seq || (head.seq === last.seq && head.hash !== last.hash))
    throw new DimensionError('feed.forked', 'This feed is another one than last time: it was cut or rewritten.', {
      reached: last.seq,
    });
}

async function fetchPage(url: URL, from: number, { pageMs, pageBytes }: FeedPatience): Promise<Page> {
  const asked = new URL(url);
  asked.searchParams.set('from', String(from));
  const signal = AbortSignal.timeout(pageMs);
  try {
    const response = await fetch(asked, { redirect: 'manual', signal, headers: { accept: 'application/json' } });
    if (response.status >= 300 && response.status < 400)
      throw new DimensionError('feed.redirect', 'The feed sends elsewhere; name the address it sends to yourself.');
    if (response.status !== 200)
      throw new DimensionError('feed.status', `The feed answered with status ${response.status}.`);
    return pageOf(await bounded(response, pageBytes));
  } catch (cause) {
    if (cause instanceof DimensionError) throw cause;
    if (signal.aborted) throw new DimensionError('feed.slow', 'The feed took too long to answer.', { pageMs }, cause);
    throw new DimensionError('feed.away', `There is no feed to be reached at ${url.host}.`, {}, cause);
  }
}

/** The body as text, let go of as soon as it is too long, whatever length it claimed and however it was packed. */
async function bounded(response: Response, most: number): Promise<string> {
  // Bytes that are no UTF-8 become other characters, and then no hash fits.
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > most) throw new DimensionError('feed.large', 'A page of the feed is too large.', { most });
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

function pageOf(text: string): Page {
  const page = pageSchema.safeParse(jsonOf(text));
  if (!page.success) throw new DimensionError('feed.page', 'This is not a page of a record feed.');
  return { head: page.data.head, entries: page.data.entries.map(parseFeedEntry) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
