/** Published values of the families here, each beside what stands in this world. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { PublishedValue, RecordTable } from '#content/world/record-table.ts';
import { loadRecordTable, TABLED_FAMILIES } from '#content/world/records.ts';
import type { Store } from '#server/ports/store.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import type { PublishedLine, PublishedTable } from '#shared/protocol/routes.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';

const MOST_RECORDS = 1_000_000;

/** All tables, in the order of their families. */
export function publishedTables(store: Pick<Store, 'records'>): Promise<readonly PublishedTable[]> {
  return Promise.all(
    TABLED_FAMILIES.map(async (id) => {
      const [family, table] = await Promise.all([load(FAMILIES, id), loadRecordTable(id)]);
      const values = await Promise.all(table.entries.map((entry) => lineOf(table, entry, store)));
      return { family: id, title: family.title, unit: family.unit, better: family.better, values };
    }),
  );
}

/** The attempt file of a certified value, as `dimension verify` takes it; null when nothing is certified. */
export async function publishedFile(
  id: ChallengeId,
): Promise<{ readonly challenge: ChallengeFile; readonly payload: Payload } | null> {
  for (const family of TABLED_FAMILIES) {
    const table = await loadRecordTable(family);
    for (const entry of table.entries) {
      const challenge = fileOf(table, entry);
      if (entry.certificate !== undefined && challengeId(challenge) === id)
        return { challenge, payload: entry.certificate };
    }
  }
  return null;
}

async function lineOf(
  table: RecordTable,
  entry: PublishedValue,
  store: Pick<Store, 'records'>,
): Promise<PublishedLine> {
  const challenge = challengeId(fileOf(table, entry));
  const best = (await store.records({ challenge, limit: MOST_RECORDS })).at(-1);
  const { instance, value, status, proven, source, sourceDate } = entry;
  return {
    ...{ challenge, instance, value, status, proven, source, sourceDate },
    limit: entry.limit ?? null,
    foundBy: entry.foundBy ?? null,
    here: best === undefined ? null : { value: best.value, holderName: best.holderName },
  };
}

function fileOf({ family, rules }: RecordTable, { instance }: PublishedValue): ChallengeFile {
  return { family, rules, instance };
}
