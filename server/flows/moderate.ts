/** Flow of moderation: the host hides or shows a challenge or a work; nothing is deleted. */
import { settleShowing } from '#server/stages/settle-work.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseChallengeId, parseWorkId } from '#shared/base/ids.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import { type LifecycleEvent, stepOf } from '#shared/records/lifecycle.ts';
import type { Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { Work } from '#shared/records/work.ts';
import type { FlowNeeds } from './carry.ts';
import type { TriesQueue } from './challenge.ts';
import { stateBefore } from './state-before.ts';

/** @throws DimensionError `challenge.unknown`, `work.unknown`, `lifecycle.impossible` */
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
    const event: LifecycleEvent = intent.hidden
      ? { kind: 'hidden' }
      : { kind: 'shown', before: (await stateBefore(challenge, 'hidden', tx))?.state ?? 'retired' };
    const step = stepOf(challenge, event, atMs);
    await tx.takeStep(step);
    return step.challenge;
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
