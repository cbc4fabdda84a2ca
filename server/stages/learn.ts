/** Stage: what was accepted is kept as a lesson, so that a later release of the solvers can learn from it. */
import type { SettledAttempt } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';

/** Only what people did is a lesson: machines need not be told what they already do. */
export async function learn({ verified, record }: SettledAttempt, tx: StoreTransaction): Promise<void> {
  const { attempt } = verified;
  if (record === null || attempt.actor.kind !== 'person') return;
  await tx.addLesson({
    attempt: attempt.id,
    challenge: attempt.challenge,
    payloadHash: sha256(canonicalJson(attempt.payload)),
    learntAtMs: attempt.receivedAtMs,
  });
}
