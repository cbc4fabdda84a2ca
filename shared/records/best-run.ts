/** Of all that machines did on a challenge, what shows best how far they come. */
import type { MachineRun } from './challenge.ts';
import { isBetter } from './standing.ts';

/** The best of those that kept their try: the best value where it holds, else whoever came furthest. */
export function bestRun(runs: readonly MachineRun[], better: 'lower' | 'higher'): MachineRun | null {
  let best: MachineRun | null = null;
  for (const run of runs) if (run.best !== undefined && (best === null || surpasses(run, best, better))) best = run;
  return best;
}

function surpasses(run: MachineRun, other: MachineRun, better: 'lower' | 'higher'): boolean {
  if (run.solved !== other.solved) return run.solved;
  const [value, against] = [run.value, other.value];
  if (run.solved && value !== undefined && against !== undefined && value !== against)
    return isBetter(value, against, better);
  return run.progress > other.progress;
}
