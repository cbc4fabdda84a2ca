/** Stage: which run machines owe a challenge next, on the ladder of budgets. Pure: the log decides. */
import type { Ladder, LadderState, SolverCard } from '#server/ports/loop.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';

/** Within this many CPU seconds it counts as solved for machines when most seeds do it. */
const SOON_CPU_SECONDS = 10;

/** What ends the climb early: a run that did it. In a family of records, one that reached what is provably best. */
export type Did = (run: MachineRun) => boolean;

/**
 * Climbs budget by budget, solver by solver, seed by seed ("1", "2", …): anybody can run the same again. Runs of an
 * older release of a solver owe nothing; that one of them did it stays true.
 */
export function ladderState(
  { machine }: Pick<Challenge, 'machine'>,
  solvers: readonly SolverCard[],
  ladder: Ladder,
  did: Did = ({ solved }) => solved,
): LadderState {
  const atAll = machine.some(did);
  const share = shareOf(machine, solvers, ladder.seeds, did);
  const done = { kind: 'done', share, atAll } as const;
  // Late, or most of the time: no further run changes what that means.
  if (share > 0.5 || machine.some((run) => did(run) && run.budgetCpuSeconds > SOON_CPU_SECONDS)) return done;
  for (const budgetCpuSeconds of ladder.budgetsCpuSeconds) {
    for (const solver of solvers) {
      const seed = owedSeed(machine, solver, budgetCpuSeconds, ladder.seeds);
      if (seed !== null) return { kind: 'owes', run: { solver: solver.id, seed, budgetCpuSeconds } };
    }
    if (machine.some((run) => did(run) && run.budgetCpuSeconds <= budgetCpuSeconds)) return done;
  }
  return done;
}

/** The first seed that has no run at this budget or above; null when there are enough runs. */
function owedSeed(
  machine: readonly MachineRun[],
  { id, release }: SolverCard,
  budgetCpuSeconds: number,
  seeds: number,
): string | null {
  const runs = machine.filter((run) => run.solver === id && run.release === release);
  const done = new Set(runs.filter((run) => run.budgetCpuSeconds >= budgetCpuSeconds).map(({ seed }) => seed));
  for (let seed = 1; seed <= seeds && done.size < seeds; seed++) if (!done.has(String(seed))) return String(seed);
  return null;
}

/** Largest share of its seeds with which one solver did it soon. */
function shareOf(machine: readonly MachineRun[], solvers: readonly SolverCard[], seeds: number, did: Did): number {
  const shares = solvers.map(({ id, release }) => {
    const soon = machine.filter((run) => run.solver === id && run.release === release && did(run));
    const did10 = new Set(soon.filter((run) => run.budgetCpuSeconds <= SOON_CPU_SECONDS).map(({ seed }) => seed));
    return did10.size / Math.max(1, seeds);
  });
  return Math.max(0, ...shares);
}
