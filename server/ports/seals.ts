/** What was handed in without its salt may still be opened: the seal says more than the first try did. */
import type { AttemptId } from '#shared/base/ids.ts';
import type { StoreReads } from './store-reads.ts';
import type { Commitment } from './store-rows.ts';

/** True for a kept attempt whose seal is not opened and that its holder has no record by. */
export async function opensAnew(
  seal: Commitment | null,
  attempt: AttemptId,
  { store }: { readonly store: Pick<StoreReads, 'commitment' | 'records'> },
): Promise<boolean> {
  if (seal === null || (await store.commitment(seal))?.opened !== false) return false;
  const { challenge, address } = seal;
  const records = await store.records({ challenge, limit: 1_000_000 });
  return !records.some((record) => record.attempt === attempt && record.holder === address);
}
