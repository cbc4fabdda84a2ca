/** `dimension records check FILE_OR_URL [--json]`: checks a feed link by link and judges every certificate; takes nothing. */
import { parseArgs } from 'node:util';
import { type CheckedEntry, checkedPages } from '#server/flows/check-feed.ts';
import type { Judge } from '#server/ports/pool.ts';
import { openPool } from '#server/work/pool.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import { FeedLaurels } from '#shared/records/feed-laurels.ts';
import { lineOf } from '#shared/records/feed-line.ts';
import { namedFeed } from './source.ts';

/** Codes that say that a feed is false, and not that it could not be read. */
const FALSE: readonly string[] = [
  ...['feed.order', 'feed.broken', 'feed.signer', 'feed.hash', 'feed.signature'],
  ...['feed.certificate', 'feed.entry', 'feed.forked', 'feed.laurel'],
];

/** What was looked at before it ended, well or not. */
interface Looked {
  readonly entries: number;
  readonly certificates: number;
  readonly strange: number;
  /** Given, and not passed on or invalid since. */
  readonly laurels: number;
  readonly head: FeedHead | null;
}

interface Verdict {
  readonly ok: boolean;
  readonly reason: { readonly code: string; readonly sentence: string } | null;
}

/**
 * @returns 0 when everything holds, 1 when the feed is false
 * @throws DimensionError `feed.*` when it cannot be read, `records.usage`
 */
export async function checkRecords(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const source = namedFeed(positionals[0]);
  const pool = openPool();
  let looked: Looked = { entries: 0, certificates: 0, strange: 0, laurels: 0, head: null };
  const laurels = new FeedLaurels();
  let reason: Verdict['reason'] = null;
  const judge: Judge = (challenge, payload) => pool.run('judge', { challenge, payload }, 'people');
  try {
    for await (const page of checkedPages(source, null, { judge })) looked = counted(looked, page, laurels);
  } catch (error) {
    if (!isDimensionError(error) || !FALSE.includes(error.code)) throw error;
    reason = { code: error.code, sentence: error.message };
  } finally {
    await pool.close();
  }
  const answer = { ok: reason === null, ...looked, reason };
  process.stdout.write(values.json ? `${JSON.stringify(answer)}\n` : sentence(answer));
  return answer.ok ? 0 : 1;
}

/** @throws DimensionError `feed.laurel` */
function counted(before: Looked, page: readonly CheckedEntry[], laurels: FeedLaurels): Looked {
  for (const { entry } of page) laurels.hear(lineOf(entry));
  const records = page.filter(({ entry }) => entry.kind === 'record');
  const judged = records.filter(({ record }) => record !== null).length;
  const last = page.at(-1)?.entry;
  return {
    entries: before.entries + page.length,
    certificates: before.certificates + judged,
    strange: before.strange + records.length - judged,
    laurels: laurels.count,
    head: last === undefined ? before.head : { seq: last.seq, hash: last.hash, signer: last.signer },
  };
}

function sentence({ ok, entries, certificates, strange, laurels, head, reason }: Looked & Verdict): string {
  const found = `${entries} entries signed by ${head?.signer ?? 'nobody'} follow each other`;
  const judged = `${certificates} certificates hold, ${strange} are of kinds this release does not judge; ${laurels} laurels stand`;
  return ok ? `Sound: ${found}; ${judged}.\n` : `False: ${reason?.sentence} (${found} before it.)\n`;
}
