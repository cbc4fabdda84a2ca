/** The plain baseline: set free cells in random order until none is left, then begin again. */
import type { PointProblem } from '#content/families/points/problem.ts';
import type { SolveRun, SolveStep } from '#content/solvers/solver.ts';
import type { Rng } from '#shared/base/rng.ts';
import { cellCount, pointAt } from '#shared/maths/grid.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Board } from './board.ts';

/** One restart a step; what a bench compares the search with. */
export class GreedyRestart implements SolveRun {
  readonly #problem: PointProblem;
  readonly #limit: number;
  readonly #board: Board;
  readonly #rng: Rng;
  readonly #cells: number[];
  #best: readonly number[] = [];

  constructor(problem: PointProblem, limit: number, board: Board, rng: Rng) {
    this.#problem = problem;
    this.#limit = limit;
    this.#board = board;
    this.#rng = rng;
    const taken = new Set(problem.taken);
    this.#cells = Array.from({ length: cellCount(problem.grid) }, (_, cell) => cell).filter((cell) => !taken.has(cell));
  }

  next(): SolveStep | null {
    const board = this.#board;
    const cells = this.#cells;
    for (let at = cells.length - 1; at >= 0; at--) {
      const from = this.#rng.int(0, at);
      const cell = cells[from] ?? 0;
      cells[from] = cells[at] ?? 0;
      cells[at] = cell;
      if (board.cover[cell] === 0) board.add(cell);
    }
    const better = board.set.length > this.#best.length;
    if (better) this.#best = [...board.set];
    for (const cell of [...board.set]) board.remove(cell);
    return { progress: this.#best.length / this.#limit, found: better ? this.best() : null };
  }

  best(): Payload | null {
    if (this.#best.length === 0) return null;
    const sorted = [...this.#best].sort((a, b) => a - b);
    return { kind: 'points', points: sorted.map((cell) => [...pointAt(this.#problem.grid, cell)]) };
  }

  close(): void {}
}
