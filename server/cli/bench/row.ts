/** One row of a bench: a figure, what it should be, and the baseline measured in the same run. */

export interface BenchRow {
  readonly bench: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** Null where there is nothing to reach. */
  readonly target: number | null;
  readonly met: boolean | null;
  /** The same figure for the plain way, or null where none was run. */
  readonly baseline: number | null;
}

/** Fills in `met` from value, direction and target. */
export function benchRow(row: Omit<BenchRow, 'met'>): BenchRow {
  const met = row.target === null ? null : row.better === 'lower' ? row.value <= row.target : row.value >= row.target;
  return { ...row, met };
}
