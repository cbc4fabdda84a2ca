/** Which waiting entries go into the next batch: what is owed to people first, and no more than the gas allows. */
import type { OutboxEntry } from '#server/ports/store-rows.ts';

/** Most actions of a batch. */
export const MOST_ACTIONS = 50;
/** Gas that a batch may be expected to use, of the 16,777,216 of a transaction. */
const BATCH_GAS = 14_000_000;
/** Challenges that may go before the laurels, which need them open. */
const CHALLENGES_FIRST = 20;

/** Upper estimates a kind: fixed gas, and gas a byte of call data (200 of it to keep a byte of a genome). */
const GAS: Readonly<Record<OutboxEntry['kind'], readonly [fixed: number, aByte: number]>> = {
  laurel: [220_000, 40],
  invalidation: [120_000, 40],
  challenge: [140_000, 40],
  automaton: [400_000, 300],
  work: [120_000, 280],
};

/** @param waiting ready entries, laurels first; @param most upper bound of the batch's length */
export function nextBatch(waiting: readonly OutboxEntry[], most: number): readonly OutboxEntry[] {
  const laurels = waiting.filter(({ kind }) => kind === 'laurel' || kind === 'invalidation');
  const challenges = waiting.filter(({ kind }) => kind === 'challenge');
  // While somebody waits for a laurel the batch is short: works would only make it slow.
  const ordered =
    laurels.length > 0
      ? [...challenges.slice(0, CHALLENGES_FIRST), ...laurels]
      : [...challenges, ...waiting.filter(({ kind }) => kind !== 'challenge')];
  const batch: OutboxEntry[] = [];
  let gas = 0;
  for (const entry of ordered) {
    gas += gasOf(entry);
    if (batch.length > 0 && (gas > BATCH_GAS || batch.length >= most)) break;
    batch.push(entry);
  }
  return batch;
}

function gasOf({ kind, data }: OutboxEntry): number {
  const [fixed, aByte] = GAS[kind];
  return fixed + aByte * (data.length / 2);
}
