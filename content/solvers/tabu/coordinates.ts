/** The coordinates of every cell of a grid, unpacked for the boards. */
import { cellCount, type Grid, pointAt } from '#shared/maths/grid.ts';

/** x, y and z by cell; z is 0 in a flat grid. */
export interface Coordinates {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly z: Int32Array;
}

/** Coordinates of all cells of a grid. */
export function coordinatesOf(grid: Grid): Coordinates {
  const points = Array.from({ length: cellCount(grid) }, (_, cell) => pointAt(grid, cell));
  const axis = (index: number) => Int32Array.from(points, (point) => point[index] ?? 0);
  return { x: axis(0), y: axis(1), z: axis(2) };
}

/** Removes a member from a list whose order does not matter. */
export function takeOut(list: number[], member: number): void {
  const at = list.indexOf(member);
  const last = list.pop();
  if (at >= 0 && at < list.length && last !== undefined) list[at] = last;
}
