/** Stage: does this attempt move the frontier? Only here are δ, duplicates, timing and self-dealing known. */

import { FAMILIES, load } from '#content/catalog.ts';
import { advances } from '#content/families/family.ts';
import type { VerifiedAttempt, Worth } from '#server/ports/loop.ts';
import type { StoreReads } from '#server/ports/store.ts';
import { isTimed } from '#shared/records/timing.ts';

/** @param reads this transaction's own, so that of two attempts at once the second sees the first */
export async function frontier(verified: VerifiedAttempt, reads: StoreReads): Promise<Worth> {
  const { attempt, canonical } = verified;
  const { verdict, actor } = attempt;
  if (!verdict.ok) return { kind: 'fails' };
  // Read again: the challenge may have changed while the judge was at work.
  const challenge = (await reads.challenge(verified.challenge.id)) ?? verified.challenge;
  const by = canonical === null ? null : await reads.attemptByCanonical(challenge.id, canonical);
  if (by !== null) return { kind: 'known', by };
  const family = await load(FAMILIES, challenge.file.family);
  const previous = (await reads.records({ challenge: challenge.id, limit: 1_000_000 })).at(-1) ?? null;
  const better = previous === null || advances(family, Number(verdict.value), Number(previous.value));
  const held = challenge.state === 'frontier' || challenge.state === 'solved';
  // Where success is all there is, a machine that can do it at all closes it, however slow it is.
  const closes = actor.kind === 'automaton' && held && (better || family.kind === 'success');
  if (closes && challenge.creator !== actor.address) return { kind: 'closes', better, previous };
  if (!better) return { kind: 'behind', record: previous };
  if (challenge.creator === actor.address) return { kind: 'own' };
  if (challenge.state === 'training') return { kind: 'training', previous };
  if (!held) return { kind: 'closed' };
  if (attempt.class === 'tool' && isTimed(family.hand)) return { kind: 'tool' };
  return { kind: 'frontier', previous };
}
