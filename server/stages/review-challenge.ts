/** Stage: rules first, then simulation. A draft that passes is new, can be done, and is not done by doing nothing. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { AnyFamily } from '#content/families/family.ts';
import type { ChallengeDraft, StageNeeds } from '#server/ports/loop.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { CanonicalValue } from '#shared/base/hash.ts';
import { idleTape } from '#shared/physics/idle-tape.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { Payload } from '#shared/records/payload.ts';
import { ticksOf } from '#shared/records/timing.ts';

/** What judging may cost: loading the engine, and ten times what a tick of an ordinary course costs. */
const HEAVY_MS = 600;
const HEAVY_MS_A_TICK = 0.5;
/** How many courses' best runs are tried on a new one, and how many records are looked through for them. */
const COURSES_TRIED = 8;
const RECORDS_LOOKED_AT = 60;

/**
 * Answers the same draft when it passes.
 * @throws DimensionError `challenge.duplicate`, `challenge.no-clear`, `challenge.clear-fails`, `challenge.trivial`,
 *   `challenge.heavy`, `challenge.copy`
 */
export async function reviewChallenge(
  draft: ChallengeDraft,
  needs: Pick<StageNeeds, 'store' | 'judge'>,
): Promise<ChallengeDraft> {
  const { challenge, clear } = draft;
  await refuseDuplicate(challenge, needs);
  const family = await load(FAMILIES, challenge.file.family);
  // Whatever nobody has ever done looks exactly like the frontier: where success is all there is, proof comes first.
  if (family.kind === 'success' && clear === null)
    throw new DimensionError('challenge.no-clear', 'Play it to the end yourself before you publish it.');
  if (clear !== null) await refuseWrongClear(challenge, clear, needs);
  const idle = idleTape(family.hand, challenge.file.instance);
  if (idle !== null) await refuseTrivial(challenge, idle, needs);
  if (family.kind === 'success') await refuseCopy(challenge, family, needs);
  return draft;
}

async function refuseDuplicate({ id }: Challenge, { store }: Pick<StageNeeds, 'store'>): Promise<void> {
  if ((await store.challenge(id)) !== null)
    throw new DimensionError('challenge.duplicate', 'This very challenge is already in the world.', { id });
}

async function refuseWrongClear(
  { file }: Challenge,
  clear: Payload,
  { judge }: Pick<StageNeeds, 'judge'>,
): Promise<void> {
  const { verdict } = await judge(file, clear);
  if (!verdict.ok)
    throw new DimensionError(
      'challenge.clear-fails',
      `Your own run does not solve it here: ${verdict.reason.sentence}`,
      { reason: verdict.reason.code },
    );
  refuseHeavy(verdict.cpuMs, clear);
}

async function refuseTrivial({ file }: Challenge, idle: Payload, { judge }: Pick<StageNeeds, 'judge'>): Promise<void> {
  const { verdict } = await judge(file, idle);
  if (verdict.ok)
    throw new DimensionError('challenge.trivial', 'It solves itself: whoever stands still reaches the goal.');
  refuseHeavy(verdict.cpuMs, idle);
}

/**
 * Machines have CPU seconds, people have tries: a course that is slow to compute would look hard without being so.
 * @throws DimensionError `challenge.heavy`
 */
function refuseHeavy(cpuMs: number, payload: Payload): void {
  const most = HEAVY_MS + ticksOf(payload) * HEAVY_MS_A_TICK;
  if (cpuMs > most)
    throw new DimensionError('challenge.heavy', 'It is too slow to compute: use fewer crates and moving pieces.', {
      cpuMs: Math.round(cpuMs),
      most: Math.round(most),
    });
}

/**
 * A course that is solved by somebody's published run is that course again with another name.
 * @throws DimensionError `challenge.copy`
 */
async function refuseCopy(
  { file }: Challenge,
  family: AnyFamily,
  { store, judge }: Pick<StageNeeds, 'store' | 'judge'>,
): Promise<void> {
  const seen = new Set<string>();
  for (const record of (await store.records({ limit: RECORDS_LOOKED_AT })).filter(
    (kept) => !seen.has(kept.challenge),
  )) {
    if (seen.size >= COURSES_TRIED || seen.has(record.challenge)) continue;
    const [known, attempt] = await Promise.all([store.challenge(record.challenge), store.attempt(record.attempt)]);
    if (known?.file.family !== family.id || attempt === null) continue;
    seen.add(record.challenge);
    if (!fits(family, file.instance, attempt.payload)) continue;
    if ((await judge(file, attempt.payload)).verdict.ok)
      throw new DimensionError(
        'challenge.copy',
        `A published run of "${known.title}" solves it: it is the same again.`,
        {
          known: known.id,
        },
      );
  }
}

/** True when the payload is one that the instance takes at all. */
function fits(family: AnyFamily, instance: CanonicalValue, payload: Payload): boolean {
  try {
    family.parsePayload(payload, family.parseInstance(instance));
    return true;
  } catch {
    return false;
  }
}
