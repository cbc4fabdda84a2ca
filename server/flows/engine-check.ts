/** Flow of a start with other rules: what this release cannot judge is frozen, what it can judge again is thawed. */
import { goalOf } from '#content/world/goal.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { type Challenge, OPEN_STATES } from '#shared/records/challenge.ts';
import { type LifecycleEvent, stepOf } from '#shared/records/lifecycle.ts';
import type { FlowNeeds } from './carry.ts';
import { stateBefore } from './state-before.ts';

const EVERY = 1_000_000;

/** Another engine is another universe: nothing is silently judged again. Answers how many challenges it moved. */
export async function engineCheck({ store, clock }: Pick<FlowNeeds, 'store' | 'clock'>): Promise<number> {
  const looked = await store.challenges({ states: [...OPEN_STATES, 'frozen'], limit: EVERY });
  let moved = 0;
  for (const challenge of looked) {
    const judged = await isJudged(challenge);
    if (judged === (challenge.state !== 'frozen')) continue;
    const event = judged ? await thawOf(challenge, store) : ({ kind: 'frozen', why: 'engine' } as const);
    if (event === null) continue;
    await store.transact((tx) => tx.takeStep(stepOf(challenge, event, clock())));
    moved++;
  }
  return moved;
}

/** True when this release has the family, the rules and the engine of the challenge. */
async function isJudged({ file }: Challenge): Promise<boolean> {
  try {
    return (await goalOf(file)).family.rules === file.rules;
  } catch (error) {
    if (isDimensionError(error)) return false;
    throw error;
  }
}

/** Only what the engine froze thaws by itself. */
async function thawOf(challenge: Challenge, store: FlowNeeds['store']): Promise<LifecycleEvent | null> {
  const before = await stateBefore(challenge, 'frozen', store);
  return before?.why === 'engine' ? { kind: 'thawed', before: before.state } : null;
}
