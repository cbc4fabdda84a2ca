/** One seeded run of a solver on a challenge file, metered in CPU seconds of this thread. */
import { FAMILIES, load, SOLVERS } from '#content/catalog.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import { meterRun, threadCpuSeconds } from './meter.ts';

/** What to attempt, by which solver, from which seed, for how long. */
export interface SolverOrder {
  readonly file: ChallengeFile;
  readonly solverId: string;
  readonly seed: string;
  readonly budgetCpuSeconds: number;
  /** Exactly this many steps instead of the budget. */
  readonly steps?: number;
  readonly onProgress?: (progress: number, cpuSeconds: number) => void;
}

/**
 * Runs a solver in this thread until its budget is used.
 * @throws DimensionError `catalog.unknown`, `instance.*`, `challenge.rules`, `solver.family` when it attempts another family
 */
export async function runSolver(order: SolverOrder): Promise<MachineRun> {
  const { file, solverId, seed, budgetCpuSeconds, steps, onProgress } = order;
  const family = await load(FAMILIES, file.family);
  const solver = await load(SOLVERS, solverId);
  if (solver.family !== family.id)
    throw new DimensionError('solver.family', `${solver.id} attempts ${solver.family}, not ${family.id}.`);
  if (file.rules !== family.rules)
    throw new DimensionError('challenge.rules', `This world judges ${family.id} by rules ${family.rules}.`, {
      got: file.rules,
    });
  const instance = family.parseInstance(file.instance);
  const options = { ...(steps === undefined ? {} : { steps }), ...(onProgress === undefined ? {} : { onProgress }) };
  return meterRun({ family, instance, solver, seed, budgetCpuSeconds, ...options }, threadCpuSeconds);
}
