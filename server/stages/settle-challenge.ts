/** Stage: writes a challenge on its way: taken in, tried by machines, opened as frontier or as training. */

import { FAMILIES, load } from '#content/catalog.ts';
import type { ChallengeDraft, StageNeeds } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256 } from '#shared/base/hash.ts';
import type { FrontierRecord, JudgedAttempt } from '#shared/records/attempt.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import { type MachineFinding, stepOf } from '#shared/records/lifecycle.ts';

/** People's challenges that may wait for machines, in all and of one creator. */
const MOST_WAITING = 24;
const MOST_WAITING_OF_ONE = 3;
const LOOKED_AT = 200;

/** Takes a reviewed draft in; from here on it waits for the machines and survives restarts. */
export async function settleDraft(draft: ChallengeDraft, tx: StoreTransaction): Promise<Challenge> {
  const { clear, proposal, challenge } = draft;
  const { atMs } = proposal;
  // Two of the same at once: the second comes here after the first was written.
  if ((await tx.challenge(challenge.id)) !== null)
    throw new DimensionError('challenge.duplicate', 'This very challenge is already in the world.');
  await refuseCrowd(challenge, proposal, tx);
  const by = { by: proposal.actor.address };
  const family = await load(FAMILIES, challenge.file.family);
  const submitted = stepOf(challenge, { kind: 'submitted', unused: true }, atMs, by);
  const possible = clear !== null || family.kind === 'record';
  const takenIn = stepOf(submitted.challenge, { kind: 'taken-in', possible }, atMs, by);
  await tx.takeStep(submitted);
  await tx.takeStep(takenIn);
  if (clear !== null) await tx.sealWitness(challenge.id, clear);
  return takenIn.challenge;
}

/** Closes a challenge that machines cannot even try, because their workers break on it. */
export async function settleRejection(
  challenge: Challenge,
  why: string,
  atMs: number,
  tx: StoreTransaction,
): Promise<Challenge> {
  const step = stepOf(challenge, { kind: 'rejected', why }, atMs, { cpuSeconds: cpuSecondsOf(challenge) });
  await tx.takeStep(step);
  return step.challenge;
}

/** Keeps one run of the machines' log, and what it tells of how hard the challenge is for machines. */
export async function settleRun(challenge: Challenge, run: MachineRun, tx: StoreTransaction): Promise<Challenge> {
  await tx.addMachineRun(challenge.id, run);
  return { ...challenge, machine: [...challenge.machine, run] };
}

/** The best that machines have, as it becomes record number 0. */
export interface FirstRecord {
  readonly attempt: JudgedAttempt;
  readonly canonical: string;
  readonly record: FrontierRecord;
}

/** What opens a gate: what machines showed, how unlike others it is, and the record they set. */
export interface Opening {
  readonly finding: MachineFinding;
  readonly novelty: number;
  readonly first: FirstRecord | null;
}

/** Opens the gate; a frontier challenge is also opened on chain, where its laurels will be. */
export async function settleOpening(
  challenge: Challenge,
  { finding, novelty, first }: Opening,
  atMs: number,
  tx: StoreTransaction,
  needs: Pick<StageNeeds, 'calls'>,
): Promise<Challenge> {
  // Only the state of now counts: the host may have hidden it while the last run was under way.
  const now = await tx.challenge(challenge.id);
  if (now !== null && now.state !== challenge.state)
    throw new DimensionError('challenge.moved', 'The challenge was hidden or opened meanwhile.', { state: now.state });
  const cause = { cpuSeconds: cpuSecondsOf(challenge), novelty };
  const step = stepOf(challenge, { kind: 'opened', finding }, atMs, cause);
  await tx.takeStep(step);
  await tx.setNovelty(challenge.id, novelty);
  if (first !== null) {
    await tx.addAttempt(first.attempt, first.canonical);
    await tx.addRecord(first.record);
    await tx.addEvent('record', challenge.id, JSON.stringify(first.record), atMs);
  }
  if (step.challenge.state === 'frontier') await openOnChain(challenge, tx, needs);
  return step.challenge;
}

async function openOnChain(
  { id, creator, file }: Challenge,
  tx: StoreTransaction,
  { calls }: Pick<StageNeeds, 'calls'>,
): Promise<void> {
  const family = await load(FAMILIES, file.family);
  const { to, data } = calls.openChallenge(`0x${id}`, creator, family.better === 'lower');
  await tx.addOutbox([{ intent: `0x${keccak256(`challenge:${id}`)}`, kind: 'challenge', to, data, subject: id }]);
}

function cpuSecondsOf({ machine }: Challenge): number {
  return Math.round(machine.reduce((sum, run) => sum + run.cpuSeconds, 0));
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
