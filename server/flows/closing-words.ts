/** What is said when machines close a challenge: a line of the record feed, and news that celebrate who held it last. */
import type { StoreTransaction } from '#server/ports/store.ts';
import { publish } from '#server/stages/publish.ts';
import type { Closing } from '#server/stages/settle-closing.ts';
import { holdersOf } from '#shared/records/attempt.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import { valueText } from '#shared/records/value-text.ts';
import type { FlowNeeds } from './carry.ts';

const EVERY = 1_000_000;
const DAY_MS = 86_400_000;

export async function publishClosing(
  { id, title, changedAtMs }: Challenge,
  { solver, release }: Closing,
  tx: StoreTransaction,
  needs: Pick<FlowNeeds, 'signer'>,
): Promise<void> {
  const closed = { kind: 'closed', challenge: id, title, by: `${solver} ${release}`, attempt: null } as const;
  await publish(closed, changedAtMs, tx, needs);
}

export async function announceClosing(
  challenge: Challenge,
  { store, announcer }: Pick<FlowNeeds, 'store' | 'announcer'>,
): Promise<void> {
  const { title } = challenge;
  announcer.challengeChanged(challenge);
  const records = await store.records({ challenge: challenge.id, limit: EVERY });
  const last = records.findLast(({ holderKind }) => holderKind === 'person');
  if (last === undefined) {
    const sentence = `Machines can do "${challenge.title}" now: it is for training from here on.`;
    announcer.news({
      kind: 'closed',
      id: challenge.id,
      who: challenge.creator,
      sentence,
      parts: { says: 'closed', title },
    });
    return;
  }
  const days = Math.max(1, Math.round((challenge.changedAtMs - last.atMs) / DAY_MS));
  const held = `${days} ${days === 1 ? 'day' : 'days'}`;
  const value = valueText(last.value, last.unit);
  const sentence = `Machines can do "${challenge.title}" now. ${last.holderName} held it for ${held} with ${value}: three cheers!`;
  const names = holdersOf(last).map(({ name }) => name);
  const parts = { says: 'closed-held', title, names, value: last.value, unit: last.unit, count: days } as const;
  announcer.news({ kind: 'closed', id: challenge.id, who: last.holder, sentence, parts });
}
