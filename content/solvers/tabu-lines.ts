/** Tabu search over symmetric and plain sets for no-three-in-line, and the baseline it is measured against. */
import { type NoThreeInstance, noThreeInLine, noThreeProblem } from '#content/families/no-three-in-line.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { SolveRun, Solver } from './solver.ts';
import { GreedyRestart } from './tabu/greedy-restart.ts';
import { LineBoard } from './tabu/line-board.ts';
import { PointSearch } from './tabu/point-search.ts';

/** The registered solver. */
export const tabuLines: Solver<NoThreeInstance> = {
  id: 'tabu-lines',
  release: 1,
  family: 'no-three-in-line',
  start: async (instance, rng) => new PointSearch(...startOf(instance), rng),
};

/** Random restarts on the same board. */
export function startGreedyLines(instance: NoThreeInstance, rng: Rng): SolveRun {
  return new GreedyRestart(...startOf(instance), rng);
}

function startOf(instance: NoThreeInstance) {
  const problem = noThreeProblem(instance);
  return [problem, noThreeInLine.limit(instance)?.value ?? Infinity, new LineBoard(problem.grid)] as const;
}
