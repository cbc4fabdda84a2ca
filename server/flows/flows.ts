/** The flow of each kind of intent, ready for the door. */
import type { Flows } from '#server/ports/loop.ts';
import { type AttemptNeeds, attemptFlow } from './attempt.ts';
import { challengeFlow, type TriesQueue } from './challenge.ts';
import { closeReportFlow } from './close-report.ts';
import { commitFlow } from './commit.ts';
import { consentFlow } from './consent.ts';
import { freezeFlow } from './freeze.ts';
import { gaveUpFlow } from './gave-up.ts';
import { moderateFlow } from './moderate.ts';
import { silenceFlow } from './silence.ts';
import { workFlow } from './work.ts';

export function openFlows(needs: AttemptNeeds & { readonly tries: TriesQueue }): Flows {
  return {
    challenge: (proposal) => challengeFlow(proposal, needs),
    work: (proposal) => workFlow(proposal, needs),
    commit: (proposal) => commitFlow(proposal, needs),
    consent: (proposal) => consentFlow(proposal, needs),
    freeze: (proposal) => freezeFlow(proposal, needs),
    moderate: (proposal) => moderateFlow(proposal, needs),
    silence: (proposal) => silenceFlow(proposal, needs),
    'close-report': (proposal) => closeReportFlow(proposal, needs),
    attempt: (handedIn) => attemptFlow(handedIn, needs),
    gaveUp: (session) => gaveUpFlow(session, needs),
  };
}
