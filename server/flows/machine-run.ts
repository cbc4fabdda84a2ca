/** Flow of one machine's run: what a solver claims goes before the judge, then into the challenge's log for all to see. */
import { FAMILIES, load } from '#content/catalog.ts';
import { goalOf } from '#content/world/goal.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { rateMachine } from '#server/stages/rate.ts';
import { settleRun } from '#server/stages/settle-challenge.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import { isBetter } from '#shared/records/standing.ts';
import type { FlowNeeds } from './carry.ts';
import { didReach } from './opening.ts';

/** An automaton tries again and again for years; the log of a challenge stays one that people can read. */
const MOST_RUNS = 200;
const EVERY = 1_000_000;

/** A solver's word is not enough: what it found goes before the same judge as everybody's. */
export async function judgedRun(
  { file }: Pick<Challenge, 'file'>,
  claimed: MachineRun,
  { judge }: Pick<FlowNeeds, 'judge'>,
): Promise<MachineRun> {
  const { value: _unproven, ...rest } = claimed;
  if (!claimed.solved || claimed.best === undefined) return { ...rest, solved: false };
  const family = await load(FAMILIES, file.family);
  const payload = family.parsePayload(claimed.best, family.parseInstance(file.instance));
  // The idea behind it is asked for where the distance between two ideas says how much is an advance.
  const { verdict, basin } = await judge(file, payload, family.kind === 'record' ? { polish: true } : {});
  if (!verdict.ok) return { ...rest, solved: false };
  return { ...claimed, value: verdict.value, ...(basin === null ? {} : { basin }) };
}

/** Keeps a run that an automaton made on its own on an open challenge; a challenge that is gone or tried enough has none. */
export async function keepOwnRun(
  id: ChallengeId,
  claimed: MachineRun,
  needs: Pick<FlowNeeds, 'store' | 'judge' | 'announcer' | 'clock'>,
): Promise<void> {
  const challenge = await needs.store.challenge(id);
  if (challenge === null || challenge.machine.length >= MOST_RUNS) return;
  const grown = await keepRun(challenge, await judgedRun(challenge, claimed, needs), needs);
  if (grown !== null) needs.announcer.challengeChanged(grown);
}

/**
 * Keeps a judged run on a challenge that stands open, and counts it for how hard that is for machines.
 * @param along what belongs into the same transaction, after the run
 */
export async function keepRun(
  { id, file }: Pick<Challenge, 'id' | 'file'>,
  run: MachineRun,
  { store, clock }: Pick<FlowNeeds, 'store' | 'clock'>,
  along: (tx: StoreTransaction) => Promise<void> = async () => undefined,
): Promise<Challenge | null> {
  const goal = await goalOf(file);
  return store.transact(async (tx) => {
    // Read again: it may have been hidden, or solved, while the judge was at work.
    const now = await tx.challenge(id);
    if (now === null) return null;
    const record = (await tx.records({ challenge: id, limit: EVERY })).at(-1)?.value ?? null;
    const solved = didReach(goal, run, record);
    await rateMachine({ challenge: id, solver: run.solver, release: run.release, solved, atMs: clock() }, tx);
    const grown = await settleRun(now, withoutLesserGhost(run, now, goal.family.better), tx);
    await along(tx);
    return grown;
  });
}

/** Only the run that came furthest is shown beside people; the payloads of all others would only take room. */
function withoutLesserGhost(run: MachineRun, { machine }: Challenge, better: 'lower' | 'higher'): MachineRun {
  const furthest = machine.some((other) => other.best !== undefined && isFurther(other, run, better));
  if (!furthest) return run;
  const { best: _ghost, ...rest } = run;
  return rest;
}

/** True when `other` came at least as far as `run`. */
function isFurther(other: MachineRun, run: MachineRun, better: 'lower' | 'higher'): boolean {
  if (other.solved && run.solved && other.value !== undefined && run.value !== undefined)
    return !isBetter(run.value, other.value, better);
  return other.progress >= run.progress;
}
