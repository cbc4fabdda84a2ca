/** Flow of a machine's better value where the best stands: it is handed in like everybody's, and gives no laurel. */
import { type Goal, reaches } from '#content/world/goal.ts';
import { frontier } from '#server/stages/frontier.ts';
import { publishSettled } from '#server/stages/publish.ts';
import { settleAttempt } from '#server/stages/settle-attempt.ts';
import { verify } from '#server/stages/verify.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { machineNamed } from '#shared/records/actor.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import type { FlowNeeds } from './carry.ts';

const EVERY = 1_000_000;

/** Does nothing for a run that is no better than what stands. */
export async function handInBetter(
  { id }: Challenge,
  run: MachineRun,
  goal: Goal,
  needs: Pick<FlowNeeds, 'store' | 'judge' | 'signer' | 'clock' | 'windowMs' | 'announcer'>,
): Promise<void> {
  const { store } = needs;
  const record = (await store.records({ challenge: id, limit: EVERY })).at(-1);
  if (!run.solved || run.value === undefined || run.best === undefined) return;
  if (record !== undefined && reaches(goal, record.value, run.value)) return;
  const payload = goal.family.parsePayload(run.best, goal.instance);
  const atMs = needs.clock();
  const actor = machineNamed(run.solver);
  try {
    const verified = await verify({ actor, challenge: id, payload, class: 'machine', wallMs: 0, atMs }, needs);
    const moved = await store.transact(async (tx) => {
      const settled = await settleAttempt(verified, await frontier(verified, tx), tx, needs);
      await publishSettled(settled, tx, needs);
      return settled.record === null ? null : tx.challenge(id);
    });
    if (moved !== null) needs.announcer.challengeChanged(moved);
  } catch (error) {
    // The same payload again, or the challenge closed meanwhile: there is nothing better to hand in.
    if (!isDimensionError(error) || !/^(attempt\.known|challenge\.closed)$/.test(error.code)) throw error;
  }
}
