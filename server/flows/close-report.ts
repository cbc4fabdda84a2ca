/** Flow of a report that the host has read: it is closed, and the history says so. */
import { DimensionError } from '#shared/base/errors.ts';
import type { Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { FlowNeeds } from './carry.ts';

/** @throws DimensionError `report.unknown` */
export async function closeReportFlow(
  { intent, atMs }: Proposal<'close-report'>,
  { store }: Pick<FlowNeeds, 'store'>,
): Promise<Accepted> {
  await store.transact(async (tx) => {
    if (!(await tx.closeReport(intent.report)))
      throw new DimensionError('report.unknown', 'There is no such open report.');
    await tx.addEvent('report-closed', intent.report, '', atMs);
  });
  return { accepted: true, id: intent.report, sentence: 'The report is closed.' };
}
