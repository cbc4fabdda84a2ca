/** A board of cells, some of them set, that knows at every moment what each cell would break. */
export interface Board {
  /** For each cell, how many forbidden sets it completes with set cells other than itself: 0 where it may be set. */
  readonly cover: Int32Array;
  /** Set cells, in no order that matters. */
  readonly set: readonly number[];
  add(cell: number): void;
  remove(cell: number): void;
}
