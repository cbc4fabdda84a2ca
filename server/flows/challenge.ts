/** Flow of a challenge on its way in: propose → review → taken in; the machines' tries follow in the background. */
import { proposeChallenge } from '#server/stages/propose-challenge.ts';
import { reviewChallenge } from '#server/stages/review-challenge.ts';
import { settleDraft } from '#server/stages/settle-challenge.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { FlowNeeds } from './carry.ts';

/** Takes a challenge whose turn it is for the machines to try. */
export interface TriesQueue {
  enqueue(challenge: Challenge): void;
}

/** @throws DimensionError for a challenge that is refused: nothing was kept */
export async function challengeFlow(
  proposal: Proposal<'challenge'>,
  needs: FlowNeeds & { readonly tries: TriesQueue },
): Promise<Accepted> {
  const draft = await reviewChallenge(await proposeChallenge(proposal), needs);
  const challenge = await needs.store.transact((tx) => settleDraft(draft, tx));
  needs.announcer.challengeChanged(challenge);
  needs.tries.enqueue(challenge);
  return {
    accepted: true,
    id: challenge.id,
    sentence: `"${challenge.title}" is in. Machines try it now; its gate opens when they are done.`,
  };
}
