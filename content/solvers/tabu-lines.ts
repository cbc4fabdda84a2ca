/** Tabu search over symmetric and plain sets for no-three-in-line, and the baseline it is measured against. */
import { type NoThreeInstance, noThreeInLine, noThreeProblem } from '#content/families/no-three-in-line.ts';
import type { Rng } from '#shared/base/rng.ts';
import type { SolveRun, Solver } from './solver.ts';
import { GreedyRestart } from './tabu/greedy-restart.ts';
import { LineBoard } from './tabu/line-board.ts';
import { CellPieces } from './tabu/pieces.ts';
import { PointSearch } from './tabu/point-search.ts';

/** The registered solver. */
export const tabuLines: Solver<NoThreeInstance> = {
  id: 'tabu-lines',
  release: 2,
  family: 'no-three-in-line',
  start: async (instance, rng) => {
    const { problem, limit, board } = startOf(instance);
    return new PointSearch(problem, limit, board, (orbits) => new CellPieces(board, orbits), rng);
  },
};

/** Random restarts on the same board. */
export function startGreedyLines(instance: NoThreeInstance, rng: Rng): SolveRun {
  const { problem, limit, board } = startOf(instance);
  return new GreedyRestart(problem, limit, board, rng);
}

function startOf(instance: NoThreeInstance) {
  const problem = noThreeProblem(instance);
  const limit = noThreeInLine.limit(instance)?.value ?? Number.POSITIVE_INFINITY;
  return { problem, limit, board: new LineBoard(problem.grid) };
}
