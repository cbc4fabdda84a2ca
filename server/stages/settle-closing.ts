/** Stage: machines can do now what people held open, or nobody has tried for long: the challenge leaves the frontier. */

import type { StoreTransaction } from '#server/ports/store.ts';
import { type Challenge, isHeld } from '#shared/records/challenge.ts';
import { stepOf } from '#shared/records/lifecycle.ts';

/** What the re-check found. */
export interface Closing {
  readonly kind: 'success' | 'record';
  /** Share of the seeds that did it. */
  readonly share: number;
  readonly solver: string;
  readonly release: number;
  readonly pass: number;
}

/** Null when people do not hold the challenge any more. */
export async function settleClosing(
  challenge: Challenge,
  { kind, share, ...cause }: Closing,
  atMs: number,
  tx: StoreTransaction,
): Promise<Challenge | null> {
  const now = await tx.challenge(challenge.id);
  if (now === null || !isHeld(now.state)) return null;
  const finding = { kind, share, atAll: share > 0, proven: false, novel: true };
  // No solver of this release has seen what people did.
  const step = stepOf(now, { kind: 'closed', finding, taught: false }, atMs, cause);
  await tx.takeStep(step);
  return step.challenge;
}

/** Null when it is not held, or when somebody tried since `sinceMs`. */
export async function settleIdle(
  challenge: Challenge,
  sinceMs: number,
  atMs: number,
  tx: StoreTransaction,
): Promise<Challenge | null> {
  const now = await tx.challenge(challenge.id);
  if (now === null || !isHeld(now.state) || now.changedAtMs >= sinceMs) return null;
  const last = await tx.lastAttemptAtMs(challenge.id);
  if (last !== null && last >= sinceMs) return null;
  const step = stepOf(now, { kind: 'retired', why: 'idle' }, atMs);
  await tx.takeStep(step);
  return step.challenge;
}
