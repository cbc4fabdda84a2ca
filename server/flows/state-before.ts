/** Out of which state a challenge was taken, read from the history. */
import { z } from 'zod';
import type { StoreReads } from '#server/ports/store-reads.ts';
import { CHALLENGE_STATES, type Challenge, type ChallengeState } from '#shared/records/challenge.ts';

const EVENTS_LOOKED_AT = 1_000;
const bodySchema = z.looseObject({ from: z.enum(CHALLENGE_STATES), why: z.string().optional() });

/** The state before the newest `kind` of the challenge, and why it left it; null when nothing is known. */
export async function stateBefore(
  { id }: Challenge,
  kind: 'hidden' | 'frozen',
  reads: Pick<StoreReads, 'events' | 'fact'>,
): Promise<{ readonly state: ChallengeState; readonly why: string | null } | null> {
  const line = (await reads.events({ subject: id, limit: EVENTS_LOOKED_AT })).find((event) => event.kind === kind);
  const parsed = line === undefined ? null : bodySchema.safeParse(jsonOf(line.body));
  if (parsed?.success) return { state: parsed.data.from, why: parsed.data.why ?? null };
  // The first release kept it as a fact.
  const kept = await reads.fact(`${kind}.${id}`);
  const state = CHALLENGE_STATES.find((known) => known === kept);
  return state === undefined ? null : { state, why: null };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
