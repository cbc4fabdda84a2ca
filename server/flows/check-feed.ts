/** Flow of a feed that is only looked at: link by link, signature by signature, certificate by certificate. */
import type { FeedSource } from '#server/ports/feed-source.ts';
import { type CheckedRecord, checkCertificate } from '#server/stages/check-certificate.ts';
import type { FeedEntry, FeedHead } from '#shared/records/feed.ts';
import { checkLink } from '#shared/records/feed-chain.ts';
import type { FlowNeeds } from './carry.ts';

/** CPU that one look may spend on a stranger's certificates, ms: ten minutes. */
const MOST_CPU_MS = 600_000;

/** An entry that stands where it belongs; `record` is what our judge knows of it, null where there is nothing to judge. */
export interface CheckedEntry {
  readonly entry: FeedEntry;
  readonly record: CheckedRecord | null;
}

/** Pages whose entries follow each other and are signed; certificates are not looked at. @throws DimensionError `feed.*` */
export async function* linkedPages(
  source: FeedSource,
  after: FeedHead | null,
): AsyncGenerator<readonly FeedEntry[], void> {
  let before = after;
  for await (const page of source.pages(after)) {
    for (const entry of page) {
      checkLink(entry, before);
      before = { seq: entry.seq, hash: entry.hash, signer: entry.signer };
    }
    yield page;
  }
}

/**
 * Pages of which every certificate holds too. Ends early, between two pages, when a stranger's certificates cost more
 * than ten CPU minutes: whoever wants more goes on from there.
 * @throws DimensionError `feed.*` for the first entry that is not what it says: nothing of its page is yielded
 */
export async function* checkedPages(
  source: FeedSource,
  after: FeedHead | null,
  needs: Pick<FlowNeeds, 'judge'>,
): AsyncGenerator<readonly CheckedEntry[], void> {
  let spentMs = 0;
  for await (const page of linkedPages(source, after)) {
    const checked: CheckedEntry[] = [];
    for (const entry of page) {
      const record = entry.kind === 'record' ? await checkCertificate(entry, needs) : null;
      spentMs += record?.cpuMs ?? 0;
      checked.push({ entry, record });
    }
    yield checked;
    if (spentMs >= MOST_CPU_MS) return;
  }
}
