/** The records for everybody: the signed feed, tables to take away, histories, and what others published. */
import type { Request, Router } from 'express';
import { DimensionError } from '#shared/base/errors.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { type FeedPage, type RecordExport, ROUTES } from '#shared/protocol/routes.ts';
import { answering, type Route } from './answer.ts';
import { citationFile } from './citation.ts';
import type { HttpNeeds } from './needs.ts';
import { publishedFile, publishedTables } from './published.ts';
import { recordCsv } from './record-csv.ts';
import { exportedRecords, RememberedFeed, shownLines } from './record-export.ts';
import { urlOfWorld } from './url-of-world.ts';

/** A page of the feed: entries, and characters unless a single one is longer. */
const PAGE_ENTRIES = 100;
const PAGE_CHARACTERS = 524_288;
const LINES = 100;
const MOST_HISTORY = 1_000;

export function recordRoutes(router: Router, needs: HttpNeeds): void {
  const { store, signer, version } = needs;
  const get = (route: { readonly path: string }, answer: Route) => router.get(route.path, answering(answer));
  const all = new RememberedFeed(store, async (lines, head): Promise<RecordExport> => {
    return { world: 'Autonomous Dimension', version, signer, head, records: exportedRecords(lines) };
  });
  const csv = new RememberedFeed(store, async () => recordCsv((await all.value()).records));
  const published = new RememberedFeed(store, () => publishedTables(store));

  get(ROUTES.feed, async (request) => {
    const from = numberIn(request, 'from', 1);
    const entries = await store.feed({ from, limit: PAGE_ENTRIES, characters: PAGE_CHARACTERS });
    // Read after the page: what was appended between lies behind it, never before it.
    const body: FeedPage = { signer, head: await store.feedHead(), entries };
    return { body, cache: 'shared' };
  });
  get(ROUTES.feedLines, async (request) => {
    const end = ((await store.feedHead())?.seq ?? 0) + 1;
    const before = Math.min(end, numberIn(request, 'before', end));
    const from = Math.max(1, before - LINES);
    const lines = await store.feedLines({ from, limit: before - from });
    return { body: (await shownLines(lines, store)).reverse(), cache: 'shared' };
  });
  get(ROUTES.history, async (request) => {
    const challenge = parseChallengeId(request.params['id']);
    const lines = await store.feedLines({ challenge, from: 1, limit: MOST_HISTORY });
    return { body: await shownLines(lines, store), cache: 'shared' };
  });
  get(ROUTES.recordsJson, async () => ({ body: await all.value(), cache: 'shared' }));
  get(ROUTES.recordsCsv, async () => ({ body: await csv.value(), type: 'text/csv', cache: 'shared' }));
  get(ROUTES.citation, async (request) => {
    const exported = await all.value();
    const body = citationFile(exported, urlOfWorld(request, needs), exported.records.at(-1)?.atMs ?? needs.startedAtMs);
    return { body, type: 'text/yaml', cache: 'shared' };
  });
  get(ROUTES.published, async () => ({ body: await published.value(), cache: 'shared' }));
  get(ROUTES.publishedFile, async (request) => {
    const file = await publishedFile(parseChallengeId(request.params['id']));
    if (file === null) throw new DimensionError('published.unknown', 'There is no certificate of that challenge here.');
    return { body: file, cache: 'shared' };
  });
}

/** @throws DimensionError `http.query` for anything but a whole number from 1 on */
function numberIn(request: Request, name: string, otherwise: number): number {
  const raw: unknown = request.query[name];
  if (raw === undefined) return otherwise;
  if (typeof raw === 'string' && /^[1-9]\d{0,14}$/.test(raw)) return Number(raw);
  throw new DimensionError('http.query', `"${name}" is a whole number from 1 on.`);
}
