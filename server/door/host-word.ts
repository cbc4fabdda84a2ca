/** The one-time word of the link printed until somebody is the host: whoever signs in with it becomes the host. */
import { randomBytes } from 'node:crypto';
import type { Store } from '#server/ports/store.ts';
import { sha256 } from '#shared/base/hash.ts';

const FACT = 'host.word';
/** The fact that names the account which became the host. */
export const HOST_CLAIMED = 'host.claimed';

/**
 * A new word, kept as a hash in place of the last one; null once somebody has become the host.
 * @param again a word all the same, for a host who lost the key
 */
export async function newHostWord(store: Store, again: boolean): Promise<string | null> {
  if (!again && (await store.fact(HOST_CLAIMED)) !== null) return null;
  const word = randomBytes(18).toString('base64url');
  await store.transact((tx) => tx.setFact(FACT, sha256(word)));
  return word;
}

/** True once: the word is used up by it. */
export function claimHost(store: Store, word: string, address: string): Promise<boolean> {
  return store.transact(async (tx) => {
    const kept = await tx.fact(FACT);
    if (kept === null || kept !== sha256(word)) return false;
    await tx.setFact(FACT, null);
    await tx.setFact(HOST_CLAIMED, address);
    return true;
  });
}
