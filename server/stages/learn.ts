/** Stage: what was accepted is kept as a lesson, with consent, so that a later release of the solvers can learn from it. */
import type { SettledAttempt } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';
import type { Address } from '#shared/base/ids.ts';
import { type Attempt, makersOf } from '#shared/records/attempt.ts';

/**
 * Only what people did is a lesson: machines need not be told what they already do. Who took the consent back while the
 * judge was at work has taken it back, for all who played with them.
 */
export async function learn({ verified, record }: SettledAttempt, tx: StoreTransaction): Promise<void> {
  const { attempt } = verified;
  if (record === null || attempt.actor.kind !== 'person' || attempt.consent !== true) return;
  for (const { address } of makersOf(attempt)) if ((await tx.consent(address)) === false) return;
  await keep(attempt, attempt.receivedAtMs, tx);
}

/**
 * A person says yes: their records of before are lessons, too, but for those that were handed in with a no. What they
 * did in a party waits until all others of it say yes.
 */
export async function learnAgain(address: Address, atMs: number, tx: StoreTransaction): Promise<void> {
  for (const attempt of await tx.attemptsWithRecord(address)) {
    if (attempt.actor.kind !== 'person' || attempt.consent === false) continue;
    if (await saidByOthers(attempt, address, tx)) await keep(attempt, atMs, tx);
  }
}

/** A person says no: nothing that they had a part in stays a lesson. */
export async function unlearn(address: Address, tx: StoreTransaction): Promise<void> {
  await tx.dropLessons(address);
}

/** Whether everybody else who made it says yes now. */
async function saidByOthers(attempt: Attempt, address: Address, tx: StoreTransaction): Promise<boolean> {
  for (const maker of makersOf(attempt))
    if (maker.address !== address && (await tx.consent(maker.address)) !== true) return false;
  return true;
}

function keep(attempt: Attempt, learntAtMs: number, tx: StoreTransaction): Promise<void> {
  const { id, challenge, payload } = attempt;
  return tx.addLesson({ attempt: id, challenge, payloadHash: sha256(canonicalJson(payload)), learntAtMs });
}
