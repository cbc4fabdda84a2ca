/** Flow of another host's feed: every page is checked whole, then taken over in one transaction with the place reached. */
import type { FeedSigner } from '#server/ports/chain.ts';
import type { FeedSource } from '#server/ports/feed-source.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { publish, recordNews } from '#server/stages/publish.ts';
import { settleForeign } from '#server/stages/settle-foreign.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseHash } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import type { FlowNeeds } from './carry.ts';
import { type CheckedEntry, checkedPages } from './check-feed.ts';

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
  /** Where the next pull goes on. */
  readonly head: FeedHead | null;
}

type PullNeeds = Pick<FlowNeeds, 'store' | 'judge' | 'clock'> & { readonly signer: FeedSigner };

/**
 * Goes on where the last pull from there ended.
 * @throws DimensionError `feed.*`: pages before the bad one are taken, of the bad one and all after it nothing is
 */
export async function pullFeed(source: FeedSource, needs: PullNeeds): Promise<PullReport> {
  const began = await cursorOf(source, needs);
  let report: PullReport = { entries: 0, taken: 0, known: 0, behind: 0, strange: 0, head: began };
  for await (const page of checkedPages(source, began, needs)) {
    if (page[0]?.entry.signer === needs.signer.address)
      throw new DimensionError('feed.own', 'This is the feed of this very world.', { signer: needs.signer.address });
    report = await needs.store.transact((tx) => takePage(page, report, source.name, tx, needs));
  }
  return report;
}

async function takePage(
  page: readonly CheckedEntry[],
  before: PullReport,
  url: string,
  tx: StoreTransaction,
  needs: PullNeeds,
): Promise<PullReport> {
  const tally = { taken: 0, known: 0, behind: 0, closed: 0, strange: 0 };
  for (const { entry, record } of page) {
    if (entry.kind !== 'record') continue;
    if (record === null) {
      tally.strange++;
      continue;
    }
    const origin = { signer: entry.signer, url, hash: entry.hash };
    const takenAtMs = needs.clock();
    const outcome = await settleForeign({ ...entry, ...record, takenAtMs }, origin, tx);
    tally[outcome.kind]++;
    if (outcome.kind === 'taken')
      await publish(recordNews(outcome.record, outcome.attempt, outcome.on, origin), takenAtMs, tx, needs);
  }
  const last = page.at(-1)?.entry;
  const head = last === undefined ? before.head : { seq: last.seq, hash: last.hash, signer: last.signer };
  await tx.setFact(factOf(url), JSON.stringify(head));
  return {
    entries: before.entries + page.length,
    taken: before.taken + tally.taken,
    known: before.known + tally.known,
    behind: before.behind + tally.behind + tally.closed,
    strange: before.strange + tally.strange,
    head,
  };
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
