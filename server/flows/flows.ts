/** The flow of each kind of intent, ready for the door. */
import type { AttemptOutcome } from '#server/ports/door.ts';
import type { HandedIn, Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import { attemptFlow } from './attempt.ts';
import type { FlowNeeds } from './carry.ts';
import { challengeFlow, type TriesQueue } from './challenge.ts';
import { moderateFlow } from './moderate.ts';
import { workFlow } from './work.ts';

/** One function a kind of intent; each throws a DimensionError for what it refuses. */
export interface Flows {
  readonly challenge: (proposal: Proposal<'challenge'>) => Promise<Accepted>;
  readonly work: (proposal: Proposal<'work'>) => Promise<Accepted>;
  readonly moderate: (proposal: Proposal<'moderate'>) => Promise<Accepted>;
  readonly attempt: (handedIn: HandedIn) => Promise<AttemptOutcome>;
}

export function openFlows(needs: FlowNeeds & { readonly tries: TriesQueue }): Flows {
  return {
    challenge: (proposal) => challengeFlow(proposal, needs),
    work: (proposal) => workFlow(proposal, needs),
    moderate: (proposal) => moderateFlow(proposal, needs),
    attempt: (handedIn) => attemptFlow(handedIn, needs),
  };
}
