/** A square or cube of whole-number places 0 … n−1: its cells by number, and its 8 or 48 symmetries. */
import type { IntegerPoint } from './integer-geometry.ts';

/** A grid: `n` places along each of `dimension` axes. */
export interface Grid {
  readonly n: number;
  readonly dimension: 2 | 3;
}

/** A way to turn or mirror the grid onto itself: coordinate i of the image is coordinate `axes[i]`, counted from the far side where `flips[i]`. */
export interface GridSymmetry {
  readonly axes: readonly number[];
  readonly flips: readonly boolean[];
}

/** How many cells a grid has. */
export function cellCount({ n, dimension }: Grid): number {
  return n ** dimension;
}

/** The number of a cell, first coordinate most significant: numbers and points sort alike. */
export function cellAt({ n }: Grid, point: IntegerPoint): number {
  let cell = 0;
  for (const coordinate of point) cell = cell * n + coordinate;
  return cell;
}

/** The point of a cell, the inverse of {@link cellAt}. */
export function pointAt({ n, dimension }: Grid, cell: number): IntegerPoint {
  const point: number[] = [];
  for (let rest = cell; point.length < dimension; rest = Math.floor(rest / n)) point.push(rest % n);
  return point.reverse();
}

/** True for a point with the grid's number of coordinates, each a whole number 0 … n−1. */
export function isOnGrid({ n, dimension }: Grid, point: IntegerPoint): boolean {
  return point.length === dimension && point.every((at) => Number.isSafeInteger(at) && at >= 0 && at < n);
}

/** The 8 symmetries of the square or the 48 of the cube, the identity first. */
export function gridSymmetries(dimension: 2 | 3): readonly GridSymmetry[] {
  const orders = dimension === 2 ? [[0, 1], [1, 0]] : [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]; // biome-ignore format: one line
  const all: GridSymmetry[] = [];
  for (const axes of orders)
    for (let bits = 0; bits < 1 << dimension; bits++)
      all.push({ axes, flips: axes.map((_, i) => ((bits >> i) & 1) === 1) });
  return all;
}

/** Where each of `cells` goes under a symmetry, in the same order. */
export function mapCells({ n }: Grid, { axes, flips }: GridSymmetry, cells: ArrayLike<number>): Int32Array {
  const [a = 0, b = 0, c = 0] = axes.map((axis) => n ** (axes.length - 1 - axis));
  const [flipA = false, flipB = false, flipC = false] = flips;
  const solid = axes.length === 3;
  const images = new Int32Array(cells.length);
  for (let index = 0; index < images.length; index++) {
    const cell = cells[index] ?? 0;
    const x = Math.floor(cell / a) % n;
    const y = Math.floor(cell / b) % n;
    let image = (flipA ? n - 1 - x : x) * n + (flipB ? n - 1 - y : y);
    if (solid) {
      const z = Math.floor(cell / c) % n;
      image = image * n + (flipC ? n - 1 - z : z);
    }
    images[index] = image;
  }
  return images;
}
