/** The search behind both solvers of points: symmetric sets by pushing in, plain sets by exchange, turn about. */
import { canonicalCells } from '#content/families/points/forms.ts';
import { type PointProblem, symmetriesOf } from '#content/families/points/problem.ts';
import type { SolveRun, SolveStep } from '#content/solvers/solver.ts';
import type { Rng } from '#shared/base/rng.ts';
import { cellCount, pointAt } from '#shared/maths/grid.ts';
import { groupsOf } from '#shared/maths/grid-groups.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Board } from './board.ts';
import { Field } from './field.ts';
import { exchange, pushIn } from './moves.ts';
import { orbitsOf } from './orbits.ts';
import { CellPieces, type Pieces } from './pieces.ts';

/** Iterations of one step. */
const STEP = 4;
/** Iterations before the search turns to the other way: `first` when a symmetry is tried for the first time. */
const TURN = { first: 100, symmetric: 400, plain: 1_000 } as const;
/** A group whose best is below this share of the best of all has had its chance. */
const HOPEFUL = 0.9;
/** Chance that a symmetric turn goes to a group that has come furthest. */
const FAVOUR = 0.5;
/** Chance that a plain turn follows a symmetric one. */
const PLAIN = 0.2;

/** A group of symmetries that keep the problem, and the best that sets with it came to. */
interface Way {
  readonly field: Field;
  best: number;
  turns: number;
}

/**
 * Many record sets of points are symmetric (Flammenkamp 1998): with orbits as pieces the search is as many times
 * shallower as the symmetry has elements. What it finds the plain search tries to make larger by one.
 * @see https://doi.org/10.1006/jcta.1997.2829
 */
export class PointSearch implements SolveRun {
  readonly #problem: PointProblem;
  readonly #limit: number;
  readonly #rng: Rng;
  readonly #plain: Field;
  /** Cell by orbit number of the plain field, and back. */
  readonly #free: readonly number[];
  readonly #ways: readonly Way[];
  #way: Way | null = null;
  #left = 0;
  /** Where the plain search left off. */
  #walk: readonly number[] = [];
  #best: readonly number[] = [];
  #reported = 0;

  /**
   * @param limit how many points are provably possible: the run ends there
   * @param board empty, of single cells
   * @param piecesOf what a symmetric search sets, for the orbits of a group
   */
  constructor(
    problem: PointProblem,
    limit: number,
    board: Board,
    piecesOf: (orbits: readonly (readonly number[])[]) => Pieces,
    rng: Rng,
  ) {
    this.#problem = problem;
    this.#limit = limit;
    this.#rng = rng;
    const taken = new Set(problem.taken);
    const { grid } = problem;
    this.#free = Array.from({ length: cellCount(grid) }, (_, cell) => cell).filter((cell) => !taken.has(cell));
    const single = this.#free.map((cell) => [cell]);
    this.#plain = new Field(new CellPieces(board, single), rng);
    this.#ways = groupsOf(symmetriesOf(problem))
      .map((group) => orbitsOf(grid, group, (cell) => !taken.has(cell), board))
      .filter(({ length }) => length > 0)
      .map((orbits) => ({ field: new Field(piecesOf(orbits), rng), best: 0, turns: 0 }));
    this.#turnTo(this.#ways[0] ?? null);
  }

  next(): SolveStep | null {
    if (this.#best.length >= this.#limit) return null;
    for (let iteration = 0; iteration < STEP && this.#best.length < this.#limit; iteration++) this.#iterate();
    const better = this.#best.length > this.#reported;
    this.#reported = this.#best.length;
    return { progress: this.#best.length / this.#limit, found: better ? this.best() : null };
  }

  best(): Payload | null {
    if (this.#best.length === 0) return null;
    const { grid } = this.#problem;
    const cells = canonicalCells(this.#problem, Int32Array.from(this.#best).sort());
    return { kind: 'points', points: Array.from(cells, (cell) => [...pointAt(grid, cell)]) };
  }

  close(): void {}

  #iterate(): void {
    if (this.#left-- <= 0) this.#turn();
    const way = this.#way;
    if (way === null) {
      exchange(this.#plain, this.#best.length + 1, this.#rng);
      if (this.#plain.size > this.#best.length && this.#plain.holds) this.#best = [...this.#plain.cells];
      return;
    }
    pushIn(way.field);
    if (way.field.size > way.best) way.best = way.field.size;
    if (way.field.size <= this.#best.length) return;
    this.#best = [...way.field.cells];
    this.#walk = this.#best;
  }

  /** From symmetry to symmetry, and now and then to the plain search and back. */
  #turn(): void {
    if (this.#way === null) this.#walk = [...this.#plain.cells];
    this.#turnTo(this.#way !== null && this.#rng.chance(PLAIN) ? null : this.#nextWay());
  }

  /** A group that is new, has come furthest, or any that came far. */
  #nextWay(): Way {
    const fresh = this.#ways.find(({ turns }) => turns === 0);
    if (fresh !== undefined) return fresh;
    const most = this.#ways.reduce((best, way) => Math.max(best, way.best), 0);
    const least = this.#rng.chance(FAVOUR) ? most : most * HOPEFUL;
    return this.#rng.pick(this.#ways.filter(({ best }) => best >= least));
  }

  #turnTo(way: Way | null): void {
    (this.#way?.field ?? this.#plain).empty();
    this.#way = way;
    if (way !== null) {
      way.field.empty();
      this.#left = way.turns++ === 0 ? TURN.first : TURN.symmetric;
      return;
    }
    this.#plain.empty();
    this.#left = TURN.plain;
    for (const cell of this.#walk) this.#plain.set(this.#free.indexOf(cell), 0);
  }
}
