/** Flow of moderation: the host hides or shows a challenge or a work; nothing is deleted. */
import type { StoreTransaction } from '#server/ports/store.ts';
import { settleShowing } from '#server/stages/settle-work.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseChallengeId, parseWorkId } from '#shared/base/ids.ts';
import { CHALLENGE_STATES, type Challenge, type ChallengeState } from '#shared/records/challenge.ts';
import type { Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { Work } from '#shared/records/work.ts';
import type { FlowNeeds } from './carry.ts';
import type { TriesQueue } from './challenge.ts';

/** @throws DimensionError `challenge.unknown`, `work.unknown` */
export async function moderateFlow(
  proposal: Proposal<'moderate'>,
  needs: FlowNeeds & { readonly tries: TriesQueue },
): Promise<Accepted> {
  const { target, id, hidden } = proposal.intent;
  const changed =
    target === 'challenge' ? await moderateChallenge(proposal, needs) : await moderateWork(proposal, needs);
  return { accepted: true, id, sentence: `"${changed.title}" is ${hidden ? 'hidden' : 'shown'} now.` };
}

async function moderateChallenge(
  { intent, atMs }: Proposal<'moderate'>,
  needs: FlowNeeds & { readonly tries: TriesQueue },
): Promise<Challenge> {
  const id = parseChallengeId(intent.id);
  const changed = await needs.store.transact(async (tx) => {
    const challenge = await tx.challenge(id);
    if (challenge === null) throw new DimensionError('challenge.unknown', 'There is no such challenge in this world.');
    if ((challenge.state === 'hidden') === intent.hidden) return challenge;
    const state = intent.hidden ? 'hidden' : await stateBefore(challenge, tx);
    // What it was before is kept, so that showing it again changes nothing else.
    await tx.setFact(factOf(challenge), intent.hidden ? challenge.state : null);
    const moved: Challenge = { ...challenge, state, changedAtMs: atMs };
    await tx.putChallenge(moved);
    await tx.addEvent(intent.hidden ? 'hidden' : 'shown', id, '', atMs);
    return moved;
  });
  needs.announcer.challengeChanged(changed);
  if (changed.state === 'machine-attempts') needs.tries.enqueue(changed);
  return changed;
}

async function moderateWork({ intent, atMs }: Proposal<'moderate'>, needs: FlowNeeds): Promise<Work> {
  const id = parseWorkId(intent.id);
  const changed = await needs.store.transact(async (tx) => {
    const work = await tx.work(id);
    if (work === null) throw new DimensionError('work.unknown', 'There is no such work in this world.');
    await tx.addEvent(intent.hidden ? 'hidden' : 'shown', id, '', atMs);
    if (!intent.hidden) return settleShowing(work, tx);
    await tx.hideWork(id, true);
    return { ...work, hidden: true };
  });
  needs.announcer.workChanged(changed);
  return changed;
}

async function stateBefore(challenge: Challenge, tx: StoreTransaction): Promise<ChallengeState> {
  const kept = await tx.fact(factOf(challenge));
  return CHALLENGE_STATES.find((state) => state === kept) ?? 'retired';
}

function factOf({ id }: Challenge): string {
  return `hidden.${id}`;
}
