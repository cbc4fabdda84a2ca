/** What there is to reach on an instance: what its family counts as better, what is published, what is provably best. */
import { FAMILIES, load } from '#content/catalog.ts';
import { type AnyFamily, advances, type Limit } from '#content/families/family.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { ChallengeFile } from '#shared/records/challenge.ts';
import { type PublishedValue, publishedOf } from './record-table.ts';
import { loadRecordTable } from './records.ts';

/** Everything that is known of an instance before anybody here attempts it. */
export interface Goal {
  readonly family: AnyFamily;
  readonly instance: CanonicalValue;
  readonly limit: Limit | null;
  readonly published: PublishedValue | null;
}

/** @throws DimensionError `catalog.unknown`, `instance.*`, `record-table.shape` */
export async function goalOf(file: ChallengeFile): Promise<Goal> {
  const family = await load(FAMILIES, file.family);
  const instance = family.parseInstance(file.instance);
  const table = await loadRecordTable(family.id);
  const published = table.rules === family.rules ? publishedOf(table, instance) : null;
  return { family, instance, limit: family.limit(instance), published };
}

/** A published value that counts as a bar: one that a certificate of ours recomputes. Claims are shown, never used. */
export function barOf({ published }: Pick<Goal, 'published'>): number | null {
  return published?.status === 'certified' ? Number(published.value) : null;
}

/**
 * True when nothing better than what is known is possible: the source proves it, or `best` is as good as the limit to
 * within what the family can tell apart.
 * @param best the best value known here, or null
 */
export function isProven({ family, limit, published }: Omit<Goal, 'instance'>, best: number | null): boolean {
  if (published?.proven === true && published.status === 'certified') return true;
  return limit !== null && best !== null && !advances(family, limit.value, best);
}
