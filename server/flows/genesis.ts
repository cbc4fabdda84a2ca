/** Flow of the first start: an empty world opens with the starter challenges and the log of who failed on them. */
import { FAMILIES, load, SOLVERS } from '#content/catalog.ts';
import { FOUNDERS } from '#content/world/automata.ts';
import type { StarterCourse } from '#content/world/starter-file.ts';
import { ladderState } from '#server/stages/attempt-machines.ts';
import { settleOpening } from '#server/stages/settle-challenge.ts';
import { type Address, challengeId } from '#shared/base/ids.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import type { FlowNeeds } from './carry.ts';

export interface GenesisNeeds extends Pick<FlowNeeds, 'store' | 'calls' | 'clock' | 'ladder'> {
  /** The account that the token of the index-th automaton controls. */
  readonly account: (index: number) => Address;
}

/** Does nothing in a world that has challenges. Answers how many it opened. */
export async function genesis(starters: readonly StarterCourse[], needs: GenesisNeeds): Promise<number> {
  const { store, clock } = needs;
  if ((await store.challenges({ limit: 1 })).length > 0) return 0;
  const challenges = await Promise.all(starters.map((starter) => challengeOf(starter, needs)));
  await store.transact(async (tx) => {
    // The last in the list is shown first, so they are written from the end.
    for (const { challenge, state } of challenges.reverse()) {
      await tx.putChallenge(challenge);
      await tx.addEvent('taken-in', challenge.id, JSON.stringify({ by: challenge.creator }), clock());
      if (state !== null) await settleOpening(challenge, state, clock(), tx, needs);
    }
  });
  return challenges.length;
}

/** `state` is null when the kept log is not enough by today's ladder: then machines go on from there. */
async function challengeOf(
  starter: StarterCourse,
  { ladder, account, clock }: GenesisNeeds,
): Promise<{ readonly challenge: Challenge; readonly state: 'training' | 'frontier' | null }> {
  const family = await load(FAMILIES, starter.file.family);
  const file = { ...starter.file, instance: family.parseInstance(starter.file.instance) };
  const creator = FOUNDERS.findIndex(({ id }) => id === starter.creator);
  const solvers = await Promise.all(Object.keys(SOLVERS).map((id) => load(SOLVERS, id)));
  const cards = solvers.filter((solver) => solver.family === family.id);
  const standing = ladderState(starter, cards, ladder).kind;
  return {
    challenge: {
      id: challengeId(file),
      file,
      title: starter.title,
      state: 'machine-attempts',
      creator: account(Math.max(0, creator)),
      witnessHash: starter.witnessHash,
      machine: starter.machine,
      changedAtMs: clock(),
    },
    state: standing === 'solved' ? 'training' : standing === 'failed' ? 'frontier' : null,
  };
}
