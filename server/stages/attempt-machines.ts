/** Stage: which run machines owe a challenge next, on the ladder of budgets. Pure: the log decides. */
import type { Ladder, LadderState, SolverCard } from '#server/ports/loop.ts';
import type { Challenge } from '#shared/records/challenge.ts';

/**
 * Climbs budget by budget, solver by solver, seed by seed ("1", "2", …): anybody can run the same again.
 * Runs of an older release of a solver count for nothing.
 */
export function ladderState(
  challenge: Pick<Challenge, 'machine'>,
  solvers: readonly SolverCard[],
  ladder: Ladder,
): LadderState {
  const by = challenge.machine.find((run) => run.solved);
  if (by !== undefined) return { kind: 'solved', by };
  for (const budgetCpuSeconds of ladder.budgetsCpuSeconds) {
    for (const solver of solvers) {
      const done = new Set(
        challenge.machine
          .filter((run) => run.solver === solver.id && run.release === solver.release)
          .filter((run) => run.budgetCpuSeconds >= budgetCpuSeconds)
          .map((run) => run.seed),
      );
      for (let seed = 1; seed <= ladder.seeds && done.size < ladder.seeds; seed++) {
        if (!done.has(String(seed)))
          return { kind: 'owes', run: { solver: solver.id, seed: String(seed), budgetCpuSeconds } };
      }
    }
  }
  return { kind: 'failed' };
}
