/** Flow of another host's feed: every page is checked whole, then taken over in one transaction with the place reached. */
import type { FeedSigner } from '#server/ports/chain.ts';
import type { FeedSource } from '#server/ports/feed-source.ts';
import { type Judge, poolFault } from '#server/ports/pool.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { publish, recordNews } from '#server/stages/publish.ts';
import { settleForeignClosing, settleForeignInvalidation } from '#server/stages/settle-elsewhere.ts';
import { settleForeign } from '#server/stages/settle-foreign.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import { parseHash } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import type { FlowNeeds } from './carry.ts';
import { type CheckedEntry, checkedPages } from './check-feed.ts';

/** Challenges that one pull may add: the lists of a world hold a few hundred, and its own come first. */
const MOST_ADDED = 50;
/** What a worker that broke may have used, ms of CPU. */
const BROKEN_MS = 10_000;

/** What came of a pull, in entries. */
export interface PullReport {
  /** Read and found sound. */
  readonly entries: number;
  /** Records that stand here now. */
  readonly taken: number;
  /** The very solution was here already. */
  readonly known: number;
  /** Not better than what stands here, or on a challenge that is closed here. */
  readonly behind: number;
  /** Of families, rules or engines that this release does not judge. */
  readonly strange: number;
  /** Challenges that closed here too, because the machine's certificate was judged here. */
  readonly closed: number;
  /** Records from there that were taken back there, and count no longer here. */
  readonly invalidated: number;
  /** Challenges that were not known here. */
  readonly added: number;
  /** It ended because it added as many challenges as one pull may: the next goes on. */
  readonly full: boolean;
  /** Where the next pull goes on. */
  readonly head: FeedHead | null;
}

type Tally = { -readonly [K in Exclude<keyof PullReport, 'full' | 'head'>]: number };
type PullNeeds = Pick<FlowNeeds, 'store' | 'judge' | 'clock'> & { readonly signer: FeedSigner };

/**
 * Goes on where the last pull from there ended.
 * @throws DimensionError `feed.*`: pages before the bad one are taken, of the bad one and all after it nothing is
 */
export async function pullFeed(source: FeedSource, needs: PullNeeds): Promise<PullReport> {
  const began = await cursorOf(source, needs);
  const none = { entries: 0, taken: 0, known: 0, behind: 0, strange: 0, closed: 0, invalidated: 0, added: 0 };
  let report: PullReport = { ...none, full: false, head: began };
  for await (const page of checkedPages(source, began, { judge: polishing(needs.judge) })) {
    if (page[0]?.entry.signer === needs.signer.address)
      throw new DimensionError('feed.own', 'This is the feed of this very world.', { signer: needs.signer.address });
    report = await needs.store.transact((tx) => takePage(page, report, source.name, tx, needs));
    if (report.full) break;
  }
  return report;
}

/**
 * What stands here was polished before it was compared; so is what comes. Where polish breaks its worker, the judge
 * alone says whether the certificate holds, and the worker's time counts among what the stranger cost.
 */
function polishing(judge: Judge): Judge {
  return async (file, payload) => {
    try {
      return await judge(file, payload, { polish: true });
    } catch (error) {
      if (!isDimensionError(error) || poolFault(error) !== 'broke') throw error;
      const plain = await judge(file, payload, {});
      return { ...plain, cpuMs: plain.cpuMs + BROKEN_MS };
    }
  };
}

async function takePage(
  page: readonly CheckedEntry[],
  before: PullReport,
  url: string,
  tx: StoreTransaction,
  needs: PullNeeds,
): Promise<PullReport> {
  const tally: Tally = { ...before };
  let { head } = before;
  let full = false;
  for (const { entry, record } of page) {
    full = tally.added >= MOST_ADDED && record !== null && (await tx.challenge(entry.challenge)) === null;
    if (full) break;
    await takeEntry({ entry, record }, tally, url, tx, needs);
    tally.entries++;
    head = { seq: entry.seq, hash: entry.hash, signer: entry.signer };
  }
  await tx.setFact(factOf(url), head === null ? null : JSON.stringify(head));
  return { ...tally, full, head };
}

async function takeEntry(
  { entry, record }: CheckedEntry,
  tally: Tally,
  url: string,
  tx: StoreTransaction,
  needs: PullNeeds,
): Promise<void> {
  const nowMs = needs.clock();
  const { signer } = entry;
  if (entry.kind === 'closed') {
    const { challenge, title, by, attempt } = entry;
    if ((await settleForeignClosing(entry, signer, nowMs, tx)) === null) return;
    tally.closed++;
    await publish({ kind: 'closed', challenge, title, by, attempt }, nowMs, tx, needs);
  }
  if (entry.kind === 'invalidated') {
    const invalid = await settleForeignInvalidation(entry, signer, nowMs, tx);
    if (invalid === null) return;
    tally.invalidated++;
    const { title, id } = invalid.challenge;
    const news = { kind: 'invalidated', challenge: id, title, index: invalid.index, reason: entry.reason } as const;
    await publish(news, nowMs, tx, needs);
  }
  if (entry.kind !== 'record') return;
  if (record === null) {
    tally.strange++;
    return;
  }
  const origin = { signer, url, hash: entry.hash };
  const outcome = await settleForeign({ ...entry, ...record, takenAtMs: nowMs }, origin, tx);
  tally[outcome.kind === 'closed' ? 'behind' : outcome.kind]++;
  if (outcome.kind !== 'taken') return;
  if (outcome.added) tally.added++;
  await publish(recordNews(outcome.record, outcome.attempt, outcome.on, origin), nowMs, tx, needs);
}

async function cursorOf({ name }: FeedSource, { store }: PullNeeds): Promise<FeedHead | null> {
  const kept = await store.fact(factOf(name));
  if (kept === null) return null;
  const { seq, hash, signer } = JSON.parse(kept);
  return { seq: Number(seq), hash: parseHash(hash), signer: parseAddress(signer) };
}

function factOf(url: string): string {
  return `feed.cursor ${url}`;
}
