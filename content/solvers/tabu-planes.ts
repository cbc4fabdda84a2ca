/** Tabu search over symmetric and plain sets for no-four-in-plane, and the baseline it is measured against. */
import { type NoFourInstance, noFourInPlane, noFourProblem } from '#content/families/no-four-in-plane.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { SolveRun, Solver } from './solver.ts';
import { GreedyRestart } from './tabu/greedy-restart.ts';
import { PlaneBoard } from './tabu/plane-board.ts';
import { PlaneOrbits } from './tabu/plane-orbits.ts';
import { Inverses } from './tabu/plane-walk.ts';
import { PointSearch } from './tabu/point-search.ts';

/** The registered solver. */
export const tabuPlanes: Solver<NoFourInstance> = {
  id: 'tabu-planes',
  release: 2,
  family: 'no-four-in-plane',
  start: async (instance, rng) => {
    const { problem, limit, inverses } = startOf(instance);
    const board = new PlaneBoard(problem.grid, inverses);
    return new PointSearch(problem, limit, board, (orbits) => new PlaneOrbits(problem.grid, orbits, inverses), rng);
  },
};

/** Random restarts on the same board. */
export function startGreedyPlanes(instance: NoFourInstance, rng: Rng): SolveRun {
  const { problem, limit, inverses } = startOf(instance);
  return new GreedyRestart(problem, limit, new PlaneBoard(problem.grid, inverses), rng);
}

function startOf(instance: NoFourInstance) {
  const problem = noFourProblem(instance);
  const limit = noFourInPlane.limit(instance)?.value ?? Number.POSITIVE_INFINITY;
  return { problem, limit, inverses: new Inverses(problem.grid.n) };
}
