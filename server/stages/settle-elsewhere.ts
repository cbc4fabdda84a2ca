/** Stage: what another host says of challenges and records beside its records: believed where this world can see it itself. */
import { z } from 'zod';
import { FAMILIES, load } from '#content/catalog.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import type { Address } from '#shared/base/ids.ts';
import { type Challenge, isHeld } from '#shared/records/challenge.ts';
import type { ClosedNews, InvalidatedNews } from '#shared/records/feed.ts';
import { stepOf } from '#shared/records/lifecycle.ts';

const EVERY = 1_000_000;

/** A record here that counts no longer. */
export interface InvalidHere {
  readonly challenge: Challenge;
  readonly index: number;
}

/** How a record came here: its own index, the entry it was taken from, and the index that it had there. */
const takenSchema = z.object({
  record: z.number(),
  origin: z.object({ signer: z.string() }),
  index: z.number().optional(),
});

/**
 * A machine did what people hold open here: where doing it is all there is, the challenge closes when the certificate
 * of that very attempt was taken over, and so was judged here. Otherwise it is only noted, once: our own re-check will
 * see.
 * @returns the challenge as it stands now; null when nothing was closed
 */
export async function settleForeignClosing(
  { challenge: id, attempt, by }: ClosedNews,
  signer: Address,
  atMs: number,
  tx: StoreTransaction,
): Promise<Challenge | null> {
  const challenge = await tx.challenge(id);
  if (challenge === null || !isHeld(challenge.state)) return null;
  const seen = attempt === null ? null : await tx.attempt(attempt);
  const { kind: family } = await load(FAMILIES, challenge.file.family);
  if (family !== 'success' || seen?.challenge !== id || !seen.verdict.ok || seen.actor.kind !== 'automaton') {
    const events = await tx.events({ subject: id, limit: EVERY });
    if (!events.some(({ kind, body }) => kind === 'closed-elsewhere' && body.includes(signer)))
      await tx.addEvent('closed-elsewhere', id, JSON.stringify({ by, signer }), atMs);
    return null;
  }
  const finding = { kind: 'success', share: 0, atAll: true, proven: false, novel: true } as const;
  const cause = { attempt: seen.id, name: by, elsewhere: true };
  const step = stepOf(challenge, { kind: 'closed', finding, taught: false }, atMs, cause);
  await tx.takeStep(step);
  return step.challenge;
}

/** A host takes back a record that it gave: it counts no longer here either. Null for any record that is not from there. */
export async function settleForeignInvalidation(
  { challenge: id, index, reason }: InvalidatedNews,
  signer: Address,
  atMs: number,
  tx: StoreTransaction,
): Promise<InvalidHere | null> {
  const challenge = await tx.challenge(id);
  if (challenge === null) return null;
  const events = await tx.events({ subject: id, limit: EVERY });
  const taken = events
    .filter(({ kind }) => kind === 'taken-over')
    .map(({ body }) => takenSchema.parse(JSON.parse(body)))
    .find((each) => each.origin.signer === signer && each.index === index);
  const standing = await tx.records({ challenge: id, limit: EVERY });
  const record = standing.find((each) => each.index === taken?.record);
  if (record === undefined) return null;
  await tx.invalidateRecord(id, record.index, reason);
  await tx.addEvent('invalidated-elsewhere', id, JSON.stringify({ record: record.index, signer, reason }), atMs);
  return { challenge, index: record.index };
}
