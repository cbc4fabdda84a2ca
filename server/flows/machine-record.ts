/** Flow of a machine's better value where the best stands: it is handed in like everybody's, and gives no laurel. */
import { type Goal, reaches } from '#content/world/goal.ts';
import type { VerifiedAttempt } from '#server/ports/loop.ts';
import type { StoreTransaction } from '#server/ports/store.ts';
import { frontier } from '#server/stages/frontier.ts';
import { publishSettled } from '#server/stages/publish.ts';
import { settleAttempt } from '#server/stages/settle-attempt.ts';
import { verify } from '#server/stages/verify.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { machineNamed } from '#shared/records/actor.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import type { FlowNeeds } from './carry.ts';

const EVERY = 1_000_000;

/** What the run found as an attempt of the solver's; null for a run that is no better than what stands. */
export async function betterOf(
  { id }: Challenge,
  run: MachineRun,
  goal: Goal,
  needs: Pick<FlowNeeds, 'store' | 'judge' | 'clock'>,
): Promise<VerifiedAttempt | null> {
  const record = (await needs.store.records({ challenge: id, limit: EVERY })).at(-1);
  if (!run.solved || run.value === undefined || run.best === undefined) return null;
  if (record !== undefined && reaches(goal, record.value, run.value)) return null;
  const payload = goal.family.parsePayload(run.best, goal.instance);
  const atMs = needs.clock();
  const actor = machineNamed(run.solver);
  try {
    return await verify({ actor, challenge: id, payload, class: 'machine', wallMs: 0, atMs }, needs);
  } catch (error) {
    // The same payload again, or the challenge closed meanwhile: there is nothing better to hand in.
    if (!isDimensionError(error) || !/^(attempt\.known|challenge\.closed)$/.test(error.code)) throw error;
    return null;
  }
}

/** Writes it in the transaction that keeps the run: nothing that was found is lost between the two. */
export async function settleBetter(
  verified: VerifiedAttempt,
  tx: StoreTransaction,
  needs: Pick<FlowNeeds, 'signer' | 'windowMs'>,
): Promise<void> {
  const worth = await frontier(verified, tx);
  if (worth.kind === 'closed' || (await tx.attempt(verified.attempt.id)) !== null) return;
  await publishSettled(await settleAttempt(verified, worth, tx, needs), tx, needs);
}
