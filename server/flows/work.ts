/** Flow of a work: propose (genome) → review (bounds, novelty) → settle (place, mint) → announce. */
import { proposeWork } from '#server/stages/propose-work.ts';
import { reviewWork } from '#server/stages/review-work.ts';
import { settleWork } from '#server/stages/settle-work.ts';
import type { Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { FlowNeeds } from './carry.ts';

/** @throws DimensionError for a work that is refused: nothing was kept */
export async function workFlow(proposal: Proposal<'work'>, needs: FlowNeeds): Promise<Accepted> {
  const draft = await reviewWork(await proposeWork(proposal), needs);
  const work = await needs.store.transact((tx) => settleWork(draft, tx, needs));
  needs.announcer.workChanged(work);
  if (work.placement !== null)
    needs.announcer.news({
      kind: 'work',
      id: work.id,
      who: work.maker,
      sentence: `${work.makerName} made "${work.title}".`,
      parts: { says: 'work', title: work.title, names: [work.makerName] },
    });
  return {
    accepted: true,
    id: work.id,
    sentence:
      work.placement === null
        ? `"${work.title}" is kept and goes on chain; no place on the island is free for it.`
        : `"${work.title}" stands in the world; the chain follows.`,
  };
}
