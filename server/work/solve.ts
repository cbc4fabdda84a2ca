/** The job `solve`: one seeded run of a solver until its CPU budget is used. */
import type { Jobs } from '#server/ports/pool.ts';
import { runSolver } from './run-solver.ts';

/** @throws DimensionError `catalog.unknown`, `solver.family`, `instance.*`, `challenge.rules` */
export function solve({ file, solver, seed, budgetCpuSeconds }: Jobs['solve']['in']): Promise<Jobs['solve']['out']> {
  return runSolver({ file, solverId: solver, seed, budgetCpuSeconds });
}
