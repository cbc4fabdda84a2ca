/** Stage: writes a challenge on its way: taken in, tried by machines, opened as frontier or as training. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { ChallengeDraft, StageNeeds } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256 } from '#shared/base/hash.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';

/** People's challenges that may wait for machines, in all and of one creator. */
const MOST_WAITING = 24;
const MOST_WAITING_OF_ONE = 3;
const LOOKED_AT = 200;

/** Takes a reviewed draft in; from here on it waits for the machines and survives restarts. */
export async function settleDraft(draft: ChallengeDraft, tx: StoreTransaction): Promise<Challenge> {
  const { clear, proposal } = draft;
  const challenge: Challenge = { ...draft.challenge, state: 'machine-attempts' };
  // Two of the same at once: the second comes here after the first was written.
  if ((await tx.challenge(challenge.id)) !== null)
    throw new DimensionError('challenge.duplicate', 'This very challenge is already in the world.');
  await refuseCrowd(challenge, proposal, tx);
  await tx.putChallenge(challenge);
  if (clear !== null) await tx.sealWitness(challenge.id, clear);
  await tx.addEvent('taken-in', challenge.id, JSON.stringify({ by: proposal.actor.address }), proposal.atMs);
  return challenge;
}

/** Closes a challenge that machines cannot even try, because their workers break on it. */
export async function settleRejection(
  challenge: Challenge,
  why: string,
  atMs: number,
  tx: StoreTransaction,
): Promise<Challenge> {
  const rejected: Challenge = { ...challenge, state: 'rejected', changedAtMs: atMs };
  await tx.putChallenge(rejected);
  await tx.addEvent('rejected', challenge.id, why, atMs);
  return rejected;
}

/** Keeps one run of the machines' log. */
export async function settleRun(challenge: Challenge, run: MachineRun, tx: StoreTransaction): Promise<Challenge> {
  await tx.addMachineRun(challenge.id, run);
  return { ...challenge, machine: [...challenge.machine, run] };
}

/** Opens the gate; a frontier challenge is also opened on chain, where its laurels will be. */
export async function settleOpening(
  challenge: Challenge,
  state: 'training' | 'frontier',
  atMs: number,
  tx: StoreTransaction,
  needs: Pick<StageNeeds, 'calls'>,
): Promise<Challenge> {
  // Only the state of now counts: the host may have hidden it while the last run was under way.
  const now = await tx.challenge(challenge.id);
  if (now !== null && now.state !== challenge.state)
    throw new DimensionError('challenge.moved', 'The challenge was hidden or opened meanwhile.', { state: now.state });
  const opened: Challenge = { ...challenge, state, changedAtMs: atMs };
  await tx.putChallenge(opened);
  await tx.addEvent('opened', challenge.id, state, atMs);
  if (state === 'frontier') {
    const family = await load(FAMILIES, challenge.file.family);
    const { to, data } = needs.calls.openChallenge(`0x${challenge.id}`, challenge.creator, family.better === 'lower');
    const intent = `0x${keccak256(`challenge:${challenge.id}`)}`;
    await tx.addOutbox([{ intent, kind: 'challenge', to, data, subject: challenge.id }]);
  }
  return opened;
}

/** Every challenge costs minutes of machine time, and new accounts cost nobody anything. */
async function refuseCrowd(
  { creator }: Challenge,
  { actor }: ChallengeDraft['proposal'],
  tx: StoreTransaction,
): Promise<void> {
  const machines = new Set((await tx.automata()).map(({ account }) => account));
  const all = await tx.challenges({ states: ['machine-attempts'], limit: LOOKED_AT });
  const waiting = all.filter((challenge) => !machines.has(challenge.creator));
  // Automata and the host always find room: strangers cannot shut them out.
  if (actor.kind === 'automaton' || actor.host) return;
  if (waiting.length >= MOST_WAITING)
    throw new DimensionError(
      'challenge.crowd',
      'Machines are busy with many challenges; publish yours a little later.',
      {
        waiting: waiting.length,
      },
    );
  const own = waiting.filter((challenge) => challenge.creator === creator).length;
  if (own >= MOST_WAITING_OF_ONE)
    throw new DimensionError('challenge.waiting', 'Machines still try your last challenges; wait for their gates.', {
      waiting: own,
    });
}
