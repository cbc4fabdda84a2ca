/** How much one job may take before its worker is ended. */
import type { JobName, Jobs } from '#server/ports/pool.ts';

/** CPU seconds of the worker's thread, and wall seconds for a job that waits for ever. */
export interface JobLimit {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

/** Limits by job; a solver's grows with the budget it was granted. */
export type JobLimits = { readonly [J in JobName]: (input: Jobs[J]['in']) => JobLimit };

/** Wall time is generous: the machine may be busy with other things. */
const limit = (cpuSeconds: number): JobLimit => ({ cpuSeconds, wallSeconds: cpuSeconds * 10 + 30 });

export const JOB_LIMITS: JobLimits = {
  judge: () => limit(10),
  checkWork: () => limit(10),
  picture: () => limit(10),
  generate: () => limit(60),
  // The solver stops by itself at its budget; the rest is for loading the engine, the last step and the judge.
  solve: ({ budgetCpuSeconds }) => limit(budgetCpuSeconds * 1.2 + 20),
};
