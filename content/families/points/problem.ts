/** A point problem: a grid, places of it that are blocked, and the payloads that answer it. */
import { DimensionError } from '#shared/base/errors.ts';
import {
  cellAt,
  cellCount,
  type Grid,
  type GridSymmetry,
  gridSymmetries,
  isOnGrid,
  mapCells,
} from '#shared/maths/grid.ts';
import type { IntegerPoint } from '#shared/maths/integer-geometry.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';

/** What both families of points ask about: where lanterns may stand. */
export interface PointProblem {
  readonly grid: Grid;
  /** Blocked cells, ascending. */
  readonly taken: readonly number[];
}

/** Sizes of a grid, places along an axis. */
export const GRID_SIZE = { least: 2, most: 32 } as const;
const MOST_TAKEN = 4_096;

/**
 * Reads the blocked places of an instance: points of the grid in ascending order, at most half of it. No blocked place
 * is written as no list, so that an instance has one form.
 * @throws DimensionError `instance.taken` naming the first place that is wrong
 */
export function parseTaken(raw: unknown, grid: Grid): readonly IntegerPoint[] | undefined {
  if (raw === undefined) return undefined;
  const most = Math.min(MOST_TAKEN, Math.floor(cellCount(grid) / 2));
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > most)
    throw new DimensionError('instance.taken', `Blocked places are a list of 1 to ${most} points.`);
  let last = -1;
  return raw.map((place: unknown, index) => {
    const point = Array.isArray(place) ? place.map(Number) : [];
    const cell =
      isOnGrid(grid, point) && Array.isArray(place) && place.every(Number.isInteger) ? cellAt(grid, point) : -1;
    if (cell <= last)
      throw new DimensionError('instance.taken', 'Each blocked place is a point of the grid after the one before it.', {
        index,
      });
    last = cell;
    return point;
  });
}

/** @throws DimensionError `instance.shape` for what is no plain object with nothing beside `keys` */
export function parseFields(raw: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (
    typeof raw !== 'object' ||
    raw === null ||
    Array.isArray(raw) ||
    Object.keys(raw).some((key) => !keys.includes(key))
  )
    throw new DimensionError('instance.shape', `A grid is written with ${keys.join(', ')} and nothing else.`);
  return { ...raw };
}

/** @throws DimensionError `instance.size` for a number of places along an axis that no grid here has */
export function parseGridSize(n: unknown): number {
  if (typeof n === 'number' && Number.isInteger(n) && n >= GRID_SIZE.least && n <= GRID_SIZE.most) return n;
  throw new DimensionError(
    'instance.size',
    `A grid has ${GRID_SIZE.least} to ${GRID_SIZE.most} places along each axis.`,
  );
}

/**
 * Reads a payload for a problem: points of the grid, none twice, none blocked.
 * @throws DimensionError `payload.shape`, `payload.kind`, `payload.outside`, `payload.taken`, `payload.repeated`
 */
export function parsePoints(raw: unknown, problem: PointProblem): Payload {
  const parsed = payloadSchema.safeParse(raw);
  if (!parsed.success) throw new DimensionError('payload.shape', 'This is not a payload of any kind.');
  cellsOf(problem, parsed.data);
  return parsed.data;
}

/** The cells of a payload, ascending. @throws DimensionError as {@link parsePoints} */
export function cellsOf({ grid, taken }: PointProblem, payload: Payload): Int32Array {
  if (payload.kind !== 'points')
    throw new DimensionError('payload.kind', `A grid is answered by points, not by ${payload.kind}.`);
  const blocked = new Set(taken);
  const seen = new Set<number>();
  for (const [index, point] of payload.points.entries()) {
    const refuse = (code: string, sentence: string) => new DimensionError(code, sentence, { index });
    const name = pointName(point);
    if (!isOnGrid(grid, point))
      throw refuse(
        'payload.outside',
        `${name} is no place of this grid: ${grid.dimension} whole numbers from 0 to ${grid.n - 1}.`,
      );
    const cell = cellAt(grid, point);
    if (blocked.has(cell)) throw refuse('payload.taken', `${name} is blocked: nothing may stand there.`);
    if (seen.has(cell)) throw refuse('payload.repeated', `${name} is there twice.`);
    seen.add(cell);
  }
  return Int32Array.from(seen).sort();
}

/** The symmetries of the grid that leave the blocked places where they are; the identity first. */
export function symmetriesOf({ grid, taken }: PointProblem): readonly GridSymmetry[] {
  const all = gridSymmetries(grid.dimension);
  if (taken.length === 0) return all;
  const blocked = new Set(taken);
  return all.filter((symmetry) => mapCells(grid, symmetry, taken).every((cell) => blocked.has(cell)));
}

/** A point as people write it: `(1, 0, 4)`. */
export function pointName(point: IntegerPoint): string {
  return `(${point.join(', ')})`;
}
