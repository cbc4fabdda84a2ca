/** Flow of the host's word on a challenge whose judge is in doubt: frozen, thawed, invalidated or retired. */
import type { StoreTransaction } from '#server/ports/store.ts';
import { publish } from '#server/stages/publish.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { holdersOf } from '#shared/records/attempt.ts';
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
    if (intent.act === 'invalidate') await invalidateRecords(challenge, intent.reason, atMs, tx, needs);
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

/** Nothing is deleted: the records stay with what is said of them, and their laurels say it too. */
async function invalidateRecords(
  { id, title }: Challenge,
  reason: string,
  atMs: number,
  tx: StoreTransaction,
  needs: Pick<FlowNeeds, 'signer'>,
): Promise<void> {
  const records = await tx.records({ challenge: id, limit: EVERY });
  for (const { index } of records)
    await publish({ kind: 'invalidated', challenge: id, title, index, reason }, atMs, tx, needs);
  const holders = records
    .filter(({ laurel }) => laurel)
    .flatMap((record) => holdersOf(record).map(({ address }) => address));
  for (const holder of new Set(holders))
    for (const laurel of await tx.laurels({ holder, limit: EVERY })) {
      if (laurel.challenge !== id) continue;
      await tx.dropPendingLaurel(laurel.tokenId);
      await tx.setLaurelState(laurel.tokenId, 'invalidated', laurel.transaction);
      for (const { intent, subject } of await tx.outbox(EVERY))
        if (subject === laurel.tokenId) await tx.markOutbox(intent, 'done', 'invalidated before it was sent');
    }
}
