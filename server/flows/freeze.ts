/** Flow of the host's word on a challenge whose judge is in doubt: frozen, thawed, invalidated or retired. */
import type { StoreTransaction } from '#server/ports/store.ts';
import { publish } from '#server/stages/publish.ts';
import { settleInvalid } from '#server/stages/settle-invalid.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import { type LifecycleEvent, stepOf } from '#shared/records/lifecycle.ts';
import type { Proposal } from '#shared/records/proposal.ts';
import type { Accepted } from '#shared/records/ruling.ts';
import type { FlowNeeds } from './carry.ts';
import type { TriesQueue } from './challenge.ts';
import { stateBefore } from './state-before.ts';

const EVERY = 1_000_000;
const DONE = { freeze: 'frozen', thaw: 'open again', invalidate: 'invalid', retire: 'retired' } as const;

/** @throws DimensionError `challenge.unknown`, `lifecycle.impossible`, `lifecycle.guard` */
export async function freezeFlow(
  { actor, intent, atMs }: Proposal<'freeze'>,
  needs: FlowNeeds & { readonly finality: { poke(anew?: boolean): void }; readonly tries: TriesQueue },
): Promise<Accepted> {
  const id = parseChallengeId(intent.challenge);
  const moved = await needs.store.transact(async (tx) => {
    const challenge = await tx.challenge(id);
    if (challenge === null) throw new DimensionError('challenge.unknown', 'There is no such challenge in this world.');
    const event = await eventOf(intent.act, challenge, tx);
    const step = stepOf(challenge, event, atMs, { by: actor.address, reason: intent.reason });
    await tx.takeStep(step);
    if (intent.act === 'invalidate') await invalidate(challenge, intent.reason, atMs, tx, needs);
    return step.challenge;
  });
  needs.announcer.challengeChanged(moved);
  // What waited for the thaw is verified and tried again.
  needs.finality.poke(true);
  if (moved.state === 'machine-attempts') needs.tries.enqueue(moved);
  return { accepted: true, id, sentence: `"${moved.title}" is ${DONE[intent.act]} now.` };
}

async function eventOf(
  act: Proposal<'freeze'>['intent']['act'],
  challenge: Challenge,
  tx: StoreTransaction,
): Promise<LifecycleEvent> {
  if (act === 'freeze') return { kind: 'frozen', why: 'host' };
  if (act === 'retire') return { kind: 'retired', why: 'host' };
  if (act === 'invalidate') return { kind: 'invalidated' };
  return { kind: 'thawed', before: (await stateBefore(challenge, 'frozen', tx))?.state ?? 'retired' };
}

/** The feed says it of every record, their laurels say it too. */
async function invalidate(
  { id, title }: Challenge,
  reason: string,
  atMs: number,
  tx: StoreTransaction,
  needs: Pick<FlowNeeds, 'calls' | 'signer'>,
): Promise<void> {
  for (const { index } of await tx.records({ challenge: id, limit: EVERY }))
    await publish({ kind: 'invalidated', challenge: id, title, index, reason }, atMs, tx, needs);
  await settleInvalid(id, reason, tx, needs);
}
