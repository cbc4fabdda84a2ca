/** What a search sets and takes away: pieces of cells, each with what it would break. */
import type { Board } from './board.ts';

/** Pieces of which no two share a cell, some of them set. */
export interface Pieces {
  readonly count: number;
  /** The cells of the set pieces, in no order that matters. */
  readonly set: readonly number[];
  /** How many forbidden sets a cell of the piece completes with set cells other than itself: 0 where it may be set. */
  tension(piece: number): number;
  add(piece: number): void;
  remove(piece: number): void;
}

/** Pieces on a board of cells, which looks at every cell of a piece by itself. Tensions are those of the first cell. */
export class CellPieces implements Pieces {
  readonly count: number;
  readonly #board: Board;
  readonly #cells: readonly (readonly number[])[];
  readonly #first: Int32Array;

  /** @param cells by piece; symmetric ones, so that every cell of a piece has the tension of the first */
  constructor(board: Board, cells: readonly (readonly number[])[]) {
    this.count = cells.length;
    this.#board = board;
    this.#cells = cells;
    this.#first = Int32Array.from(cells, ([first = 0]) => first);
  }

  get set(): readonly number[] {
    return this.#board.set;
  }

  tension(piece: number): number {
    return this.#board.cover[this.#first[piece] ?? 0] ?? 0;
  }

  add(piece: number): void {
    for (const cell of this.#cells[piece] ?? []) this.#board.add(cell);
  }

  remove(piece: number): void {
    for (const cell of this.#cells[piece] ?? []) this.#board.remove(cell);
  }
}
