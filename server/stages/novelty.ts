/** Stage: how unlike the known challenges of its family a new one is, told from how the machines fared on each. */
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import { noveltyOf, rankedScores } from '#shared/records/novelty.ts';

/**
 * 0 … 1; 1 while its family has no other challenge on which the same machines (solver, release, budget, seed) ran.
 * @param known challenges of the same family, itself not among them
 */
export function noveltyAmong(
  challenge: Pick<Challenge, 'machine'>,
  known: readonly Pick<Challenge, 'machine'>[],
): number {
  const scores = scoresOf(challenge.machine);
  const machines = [...scores.keys()].sort();
  const ranked = rankedScores(machines.map((machine) => scores.get(machine) ?? 0));
  const others: (readonly number[])[] = [];
  for (const other of known) {
    const theirs = scoresOf(other.machine);
    if (machines.length === 0 || !machines.every((machine) => theirs.has(machine))) continue;
    others.push(rankedScores(machines.map((machine) => theirs.get(machine) ?? 0)));
  }
  return noveltyOf(ranked, others);
}

/** How close each machine came, 0 … 1, by solver, release, budget and seed. */
function scoresOf(runs: readonly MachineRun[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  for (const run of runs) {
    const machine = `${run.solver} ${run.release} ${run.budgetCpuSeconds} ${run.seed}`;
    if (!scores.has(machine)) scores.set(machine, run.progress);
  }
  return scores;
}
