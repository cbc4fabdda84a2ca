/** `dimension records pull URL [--json]`: takes another host's records over, each checked by our own judge. */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openFeedSigner } from '#server/adapters/chain/verdict-signer.ts';
import { lockData } from '#server/adapters/data-lock.ts';
import { feedOfUrl } from '#server/adapters/feed-url.ts';
import { openKeys } from '#server/adapters/keys.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { readConfig } from '#server/config.ts';
import { type PullReport, pullFeed } from '#server/flows/pull-feed.ts';
import type { FeedSource } from '#server/ports/feed-source.ts';
import type { Judge } from '#server/ports/pool.ts';
import { openPool } from '#server/work/pool.ts';

/** @throws DimensionError `feed.*`, `data.busy` while the world of this folder runs, `config.*`, `keys.*`, `store.*` */
export async function pullRecords(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const source = feedOfUrl(positionals[0] ?? '');
  const { dataDir, keys } = readConfig();
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockData(dataDir);
  try {
    const report = await pullInto(dataDir, (await openKeys(dataDir, keys)).verdict, source);
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : sentence(source.name, report));
    return 0;
  } finally {
    lock.release();
  }
}

/** Every certificate is judged in a worker, which a hostile one may hang or crash. */
async function pullInto(dataDir: string, key: string, source: FeedSource): Promise<PullReport> {
  const store = await openStore({ dataDir });
  const pool = openPool();
  const judge: Judge = (challenge, payload, wishes) => pool.run('judge', { challenge, payload, ...wishes }, 'people');
  try {
    return await pullFeed(source, { store, judge, signer: openFeedSigner(key), clock: Date.now });
  } finally {
    await pool.close();
    await store.close();
  }
}

function sentence(
  name: string,
  { entries, taken, known, behind, strange, closed, invalidated, added, full, head }: PullReport,
): string {
  const parts = [
    `${taken} taken over`,
    `${known} known`,
    `${behind} not better than what stands here`,
    `${strange} of kinds this release does not judge`,
    `${closed} challenges closed`,
    `${invalidated} records taken back`,
  ];
  const more = full ? ` It added ${added} challenges, as many as one pull may; pull again to go on.` : '';
  return `${entries} new entries of ${name} hold: ${parts.join(', ')}. It is read up to entry ${head?.seq ?? 0}.${more}\n`;
}
