/** Flow of the first start: an empty world opens with the starter challenges and the log of who failed on them. */
import { FOUNDERS } from '#content/world/automata.ts';
import { didOf, goalOf } from '#content/world/goal.ts';
import type { StarterCourse } from '#content/world/starter-file.ts';
import { ladderState } from '#server/stages/attempt-machines.ts';
import type { Opening } from '#server/stages/settle-challenge.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import type { Address } from '#shared/base/ids.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import { type Step, stepOf } from '#shared/records/lifecycle.ts';
import type { FlowNeeds } from './carry.ts';
import { openGate, openingOf } from './opening.ts';
import { solversOf } from './solvers-of.ts';

const EVERY = 1_000_000;

export interface GenesisNeeds extends Pick<FlowNeeds, 'store' | 'calls' | 'signer' | 'clock' | 'ladder' | 'judge'> {
  /** The account that the token of the index-th automaton controls. */
  readonly account: (index: number) => Address;
}

/** A starter on its way in; `opening` is null when its log is not enough by today's ladder: machines go on from there. */
interface Seedling {
  readonly steps: readonly Step[];
  readonly challenge: Challenge;
  readonly opening: Opening | null;
}

/**
 * Does nothing in a world that has challenges of its own: what was taken over before the first start does not count.
 * Answers how many it opened.
 */
export async function genesis(starters: readonly StarterCourse[], needs: GenesisNeeds): Promise<number> {
  const { store } = needs;
  if (await hasOwn(store)) return 0;
  const seedlings: Seedling[] = [];
  for (const starter of starters) {
    const seedling = await seedlingOf(starter, seedlings, needs);
    if (seedling !== null) seedlings.push(seedling);
  }
  await store.transact(async (tx) => {
    // The last in the list is shown first, so they are written from the end.
    for (const { steps, challenge, opening } of seedlings.reverse()) {
      for (const step of steps) await tx.takeStep(step);
      if (opening !== null) await openGate(challenge, opening, tx, needs);
    }
  });
  return seedlings.length;
}

async function hasOwn(store: GenesisNeeds['store']): Promise<boolean> {
  for (const { id } of (await store.challenges({ limit: EVERY })).reverse()) {
    const first = (await store.events({ subject: id, limit: EVERY })).at(-1);
    if (first?.kind !== 'taken-in' || !first.body.includes('"origin"')) return true;
  }
  return false;
}

/** Null for what somebody did elsewhere already, where doing it is all there is. */
async function seedlingOf(
  starter: StarterCourse,
  before: readonly Seedling[],
  needs: GenesisNeeds,
): Promise<Seedling | null> {
  const { account, clock, ladder, store } = needs;
  const goal = await goalOf(starter.file);
  const { family, instance } = goal;
  const file = { ...starter.file, instance };
  const taken = await store.records({ challenge: challengeId(file), limit: EVERY });
  if (taken.length > 0 && family.kind === 'success') return null;
  const creator = account(
    Math.max(
      0,
      FOUNDERS.findIndex(({ id }) => id === starter.creator),
    ),
  );
  const draft: Challenge = {
    id: challengeId(file),
    file,
    title: starter.title,
    state: 'draft',
    creator,
    witnessHash: starter.witnessHash,
    machine: starter.machine,
    changedAtMs: clock(),
  };
  const submitted = stepOf(draft, { kind: 'submitted', unused: true }, clock(), { by: creator });
  const possible = starter.witnessHash !== null || family.kind === 'record';
  const takenIn = stepOf(submitted.challenge, { kind: 'taken-in', possible }, clock(), { by: creator });
  const state = ladderState(draft, await solversOf(family.id), ladder, didOf(goal));
  const known = before.map(({ challenge }) => challenge).filter((other) => other.file.family === family.id);
  const { challenge } = takenIn;
  const opening = state.kind === 'done' ? await openingOf(challenge, state, known, needs) : null;
  return { steps: [submitted, takenIn], challenge, opening };
}
