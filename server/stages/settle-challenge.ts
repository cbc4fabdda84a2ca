/** Stage: writes a challenge on its way: taken in, tried by machines, opened as frontier or as training. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { ChallengeDraft, StageNeeds } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256 } from '#shared/base/hash.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';

/** Takes a reviewed draft in; from here on it waits for the machines and survives restarts. */
export async function settleDraft(draft: ChallengeDraft, tx: StoreTransaction): Promise<Challenge> {
  const { clear, proposal } = draft;
  const challenge: Challenge = { ...draft.challenge, state: 'machine-attempts' };
  // Two of the same at once: the second comes here after the first was written.
  if ((await tx.challenge(challenge.id)) !== null)
    throw new DimensionError('challenge.duplicate', 'This very challenge is already in the world.');
  await tx.putChallenge(challenge);
  if (clear !== null) await tx.sealWitness(challenge.id, clear);
  await tx.addEvent('taken-in', challenge.id, JSON.stringify({ by: proposal.actor.address }), proposal.atMs);
  return challenge;
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
