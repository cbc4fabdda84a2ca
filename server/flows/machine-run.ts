/** Flow of one machine's run: what a solver claims goes before the judge, then into the challenge's log for all to see. */
import { FAMILIES, load } from '#content/catalog.ts';
import { settleRun } from '#server/stages/settle-challenge.ts';
import type { ChallengeId } from '#shared/base/ids.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import type { FlowNeeds } from './carry.ts';

/** An automaton tries again and again for years; the log of a challenge stays one that people can read. */
const MOST_RUNS = 200;

/** A solver's word is not enough: what it found goes before the same judge as everybody's. */
export async function judgedRun(
  { file }: Pick<Challenge, 'file'>,
  claimed: MachineRun,
  { judge }: Pick<FlowNeeds, 'judge'>,
): Promise<MachineRun> {
  const { value: _unproven, ...rest } = claimed;
  if (!claimed.solved || claimed.best === undefined) return { ...rest, solved: false };
  const family = await load(FAMILIES, file.family);
  const { verdict } = await judge(file, family.parsePayload(claimed.best, family.parseInstance(file.instance)));
  return verdict.ok ? { ...claimed, value: verdict.value } : { ...rest, solved: false };
}

/** Keeps a run that an automaton made on its own on an open challenge; a challenge that is gone or tried enough has none. */
export async function keepOwnRun(
  id: ChallengeId,
  claimed: MachineRun,
  needs: Pick<FlowNeeds, 'store' | 'judge' | 'announcer'>,
): Promise<void> {
  const challenge = await needs.store.challenge(id);
  if (challenge === null || challenge.machine.length >= MOST_RUNS) return;
  const run = await judgedRun(challenge, claimed, needs);
  const grown = await needs.store.transact(async (tx) => {
    // Read again: it may have been hidden, or solved, while the judge was at work.
    const now = await tx.challenge(id);
    return now === null ? null : settleRun(now, withoutLesserGhost(run, now), tx);
  });
  if (grown !== null) needs.announcer.challengeChanged(grown);
}

/** Only the run that came furthest is shown beside people; the tapes of all others would only take room. */
function withoutLesserGhost(run: MachineRun, { machine }: Challenge): MachineRun {
  const furthest = machine.some((other) => other.best !== undefined && other.progress >= run.progress);
  if (!furthest) return run;
  const { best: _ghost, ...rest } = run;
  return rest;
}
