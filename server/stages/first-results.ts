/** Stage: whose first verified result an attempt is; each person has one for ever, however often they are here. */
import type { VerifiedAttempt, Worth } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import type { Address } from '#shared/base/ids.ts';
import { makersOf } from '#shared/records/attempt.ts';

/** The kind of the line in the history; its subject is the account. */
export const FIRST_RESULT = 'first';

/** Somebody with their first verified result. */
export interface Beginner {
  readonly address: Address;
  readonly name: string;
}

/** Whoever knew the way has shown nothing yet. */
const NOT_THEIRS: readonly Worth['kind'][] = ['fails', 'own', 'witness', 'closed'];

/**
 * Writes the first results into the history.
 * @param isTimed the challenge is played live: what a tool handed in, or what was copied, is nobody's first
 */
export async function firstResults(
  { attempt, challenge }: VerifiedAttempt,
  worth: Worth,
  isTimed: boolean,
  tx: StoreTransaction,
): Promise<readonly Beginner[]> {
  if (!attempt.verdict.ok || attempt.class === 'machine' || NOT_THEIRS.includes(worth.kind)) return [];
  if (isTimed && (attempt.class === 'tool' || worth.kind === 'known')) return [];
  const firsts: Beginner[] = [];
  for (const { kind, address, name } of makersOf(attempt)) {
    if (kind !== 'person' || (await tx.hasResult(address))) continue;
    const body = { challenge: challenge.id, title: challenge.title, attempt: attempt.id, name };
    await tx.addEvent(FIRST_RESULT, address, JSON.stringify(body), attempt.receivedAtMs);
    firsts.push({ address, name });
  }
  return firsts;
}
