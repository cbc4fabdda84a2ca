/** What there is to reach on an instance: what its family counts as better, what is published, what is provably best. */
import { FAMILIES, load } from '#content/catalog.ts';
import { type AnyFamily, advances, type Limit } from '#content/families/family.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
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

/** True when `value` is as good as `bar`, to within what the family can tell apart. */
export function reaches({ family }: Pick<Goal, 'family'>, value: number | string, bar: number | string): boolean {
  return !advances(family, Number(bar), Number(value));
}

/**
 * True when nothing better than what is known is possible: the source of a certified value proves it, or `best` is as
 * good as the limit.
 * @param best the best value known here, or null
 */
export function isProven(goal: Pick<Goal, 'family' | 'limit' | 'published'>, best: number | string | null): boolean {
  const { limit, published } = goal;
  if (published?.proven === true && published.status === 'certified') return true;
  return limit !== null && best !== null && reaches(goal, best, limit.value);
}

/** What counts as done by a machine before there is a record: it holds, or, where the best stands, nothing is better. */
export function didOf(goal: Goal): (run: MachineRun) => boolean {
  const { family, limit } = goal;
  if (family.kind === 'success') return ({ solved }) => solved;
  return ({ solved, value }) => solved && value !== undefined && limit !== null && reaches(goal, value, limit.value);
}
