/** Tabu search over symmetric and plain sets for no-four-in-plane, and the baseline it is measured against. */
import { type NoFourInstance, noFourInPlane, noFourProblem } from '#content/families/no-four-in-plane.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { SolveRun, Solver } from './solver.ts';
import { GreedyRestart } from './tabu/greedy-restart.ts';
import { PlaneBoard } from './tabu/plane-board.ts';
import { PointSearch } from './tabu/point-search.ts';

/** The registered solver. */
export const tabuPlanes: Solver<NoFourInstance> = {
  id: 'tabu-planes',
  release: 1,
  family: 'no-four-in-plane',
  start: async (instance, rng) => new PointSearch(...startOf(instance), rng),
};

/** Random restarts on the same board. */
export function startGreedyPlanes(instance: NoFourInstance, rng: Rng): SolveRun {
  return new GreedyRestart(...startOf(instance), rng);
}

function startOf(instance: NoFourInstance) {
  const problem = noFourProblem(instance);
  return [problem, noFourInPlane.limit(instance)?.value ?? Infinity, new PlaneBoard(problem.grid)] as const;
}
