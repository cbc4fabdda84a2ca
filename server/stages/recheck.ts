/** Stage: which run the re-check of an open challenge owes next, and whether machines close it. Pure: the log decides. */
import type { RecheckPlan, RecheckState, SolverCard } from '#server/ports/loop.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';

/** More than half of the seeds: then it is solved for machines. */
const MOST = 0.5;

/** The seed number `index` (from 1) of a pass: another pass has other seeds, or it would only repeat itself. */
export function recheckSeed(pass: number, index: number): string {
  return `recheck/${pass}/${index}`;
}

/**
 * One seed at the smallest budget first, all of them only after a hit. What can only be done or not is closed to training
 * by a single hit; a record falls only when most seeds reach it, and each may climb to the largest budget for that.
 * @param did the run did it, or reached the record to within what can be told apart
 */
export function recheckState(
  { machine }: Pick<Challenge, 'machine'>,
  kind: 'success' | 'record',
  solvers: readonly SolverCard[],
  { pass, budgetsCpuSeconds, seeds }: RecheckPlan,
  did: (run: MachineRun) => boolean,
): RecheckState {
  let share = 0;
  for (const solver of solvers) {
    const runs = machine.filter((run) => run.solver === solver.id && run.release === solver.release);
    const told = solverState(runs, { pass, budgetsCpuSeconds, seeds }, did);
    if (told.kind === 'owes') {
      const { seed, budgetCpuSeconds } = told;
      return { kind: 'owes', run: { solver: solver.id, seed, budgetCpuSeconds } };
    }
    share = Math.max(share, told.share);
  }
  const closes = kind === 'record' ? share > MOST : share > 0;
  return closes ? { kind: 'closed', share } : { kind: 'open' };
}

type SolverState =
  | { readonly kind: 'owes'; readonly seed: string; readonly budgetCpuSeconds: number }
  | { readonly kind: 'told'; readonly share: number };

function solverState(
  runs: readonly MachineRun[],
  { pass, budgetsCpuSeconds, seeds }: RecheckPlan,
  did: (run: MachineRun) => boolean,
): SolverState {
  const of = (index: number) => runs.filter(({ seed }) => seed === recheckSeed(pass, index));
  for (const budgetCpuSeconds of budgetsCpuSeconds) {
    for (let index = 1; index <= seeds; index++) {
      const hits = hitsOf(of, seeds, did);
      if (hits > seeds * MOST) return { kind: 'told', share: hits / seeds };
      // Without a hit by the first seed, or by any at the budget before, more of the same is not worth its time.
      if (index > 1 && hits === 0) return { kind: 'told', share: 0 };
      const kept = of(index);
      if (kept.some(did) || kept.some((run) => run.budgetCpuSeconds >= budgetCpuSeconds)) continue;
      return { kind: 'owes', seed: recheckSeed(pass, index), budgetCpuSeconds };
    }
  }
  return { kind: 'told', share: hitsOf(of, seeds, did) / Math.max(1, seeds) };
}

function hitsOf(
  of: (index: number) => readonly MachineRun[],
  seeds: number,
  did: (run: MachineRun) => boolean,
): number {
  let hits = 0;
  for (let index = 1; index <= seeds; index++) if (of(index).some(did)) hits++;
  return hits;
}
