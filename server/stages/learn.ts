/** Stage: what was accepted is kept as a lesson, with consent, so that a later release of the solvers can learn from it. */
import type { SettledAttempt } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';
import type { Address } from '#shared/base/ids.ts';
import type { Attempt } from '#shared/records/attempt.ts';

/**
 * Only what people did is a lesson: machines need not be told what they already do. Who took the consent back while the
 * judge was at work has taken it back.
 */
export async function learn({ verified, record }: SettledAttempt, tx: StoreTransaction): Promise<void> {
  const { attempt } = verified;
  if (record === null || attempt.actor.kind !== 'person' || attempt.consent !== true) return;
  if ((await tx.consent(attempt.actor.address)) === false) return;
  await keep(attempt, attempt.receivedAtMs, tx);
}

/** A person says yes: their records of before are lessons, too, but for those that were handed in with a no. */
export async function learnAgain(address: Address, atMs: number, tx: StoreTransaction): Promise<void> {
  for (const attempt of await tx.attemptsWithRecord(address)) {
    if (attempt.actor.kind === 'person' && attempt.consent !== false) await keep(attempt, atMs, tx);
  }
}

/** A person says no: nothing of theirs stays a lesson. */
export async function unlearn(address: Address, tx: StoreTransaction): Promise<void> {
  await tx.dropLessons(address);
}

function keep(attempt: Attempt, learntAtMs: number, tx: StoreTransaction): Promise<void> {
  const { id, challenge, payload } = attempt;
  return tx.addLesson({ attempt: id, challenge, payloadHash: sha256(canonicalJson(payload)), learntAtMs });
}
