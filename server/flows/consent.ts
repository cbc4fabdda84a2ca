/** Flow of consent: what a person says of learning from them stands at once, for what they hand in and handed in. */
import { learnAgain, unlearn } from '#server/stages/learn.ts';
import type { Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { FlowNeeds } from './carry.ts';

/** What was said, the lessons it changes and the line of the history are one transaction. */
export async function consentFlow(
  { actor: { address }, intent: { given }, atMs }: Proposal<'consent'>,
  { store }: Pick<FlowNeeds, 'store'>,
): Promise<Accepted> {
  await store.transact(async (tx) => {
    await tx.setConsent(address, given);
    if (given) await learnAgain(address, atMs, tx);
    else await unlearn(address, tx);
    await tx.addEvent('consent', address, JSON.stringify({ given }), atMs);
  });
  return {
    accepted: true,
    id: address,
    sentence: given
      ? 'Thank you: later releases of the solvers may learn from your solutions.'
      : 'Nothing of yours is kept to learn from. A release that learned from it before stays as it is.',
  };
}
