/** The last digits of a jammed arrangement: the contacts made equal to the last bit, by Newton's method. */
import { normalise, squaredChord } from '#shared/maths/sphere.ts';
import { type Gap, roomBetween } from './room.ts';

/** Newton's method squares the error each time: from a ten-thousandth to the last bit. */
const ROUNDS = 6;
/** Rooms that differ by less are equal as far as doubles go. */
const EQUAL = 1e-15;

/**
 * Moves `points` as little as possible so that all `contacts` have the same room; a copy. Whether other pairs then come
 * too close is for the caller to see.
 */
export function equalise(points: Float64Array, sizes: Float64Array, contacts: readonly Gap[]): Float64Array {
  const moved = Float64Array.from(points);
  for (let round = 0; round < ROUNDS; round++) {
    const rows = new ContactRows(moved, sizes, contacts);
    if (rows.spread <= EQUAL) break;
    const shift = rows.solve();
    for (let at = 0; at < moved.length; at++) moved[at] = (moved[at] ?? 0) + (shift[at] ?? 0);
    normalise(moved);
  }
  return moved;
}

/**
 * How the room of each contact changes as the beacons move along the sphere: one sparse row a contact, with the common
 * room as one more unknown, solved for the smallest move by conjugate gradients.
 * @see Björck, Numerical Methods for Least Squares Problems, algorithm 7.4.1 (CGLS)
 */
class ContactRows {
  readonly #contacts: readonly Gap[];
  /** Six numbers a contact: how its room changes with each end. */
  readonly #parts: Float64Array;
  readonly #residual: Float64Array;
  readonly #unknowns: number;

  constructor(points: Float64Array, sizes: Float64Array, contacts: readonly Gap[]) {
    this.#contacts = contacts;
    this.#unknowns = points.length + 1;
    this.#parts = new Float64Array(6 * contacts.length);
    this.#residual = new Float64Array(contacts.length);
    let mean = 0;
    for (const { i, j } of contacts) mean += roomBetween(points, sizes, i, j) / contacts.length;
    contacts.forEach(({ i, j }, row) => {
      const size = (sizes[i] ?? 1) + (sizes[j] ?? 1);
      const cosine = 1 - squaredChord(points, i, j) / 2;
      this.#residual[row] = mean - roomBetween(points, sizes, i, j);
      for (let axis = 0; axis < 3; axis++) {
        const a = points[3 * i + axis] ?? 0;
        const b = points[3 * j + axis] ?? 0;
        this.#parts[6 * row + axis] = (8 * (cosine * a - b)) / (size * size);
        this.#parts[6 * row + 3 + axis] = (8 * (cosine * b - a)) / (size * size);
      }
    });
  }

  /** The largest difference of a room from the mean. */
  get spread(): number {
    return this.#residual.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  }

  /** The smallest change of the unknowns that makes all rooms equal, to first order. */
  solve(): Float64Array {
    const x = new Float64Array(this.#unknowns);
    const residual = Float64Array.from(this.#residual);
    const image = new Float64Array(residual.length);
    const pull = new Float64Array(this.#unknowns);
    this.#transpose(residual, pull);
    const direction = Float64Array.from(pull);
    let size = dot(pull, pull);
    const enough = size * 1e-26;
    for (let step = 0; step < this.#unknowns && size > enough; step++) {
      this.#apply(direction, image);
      const length = size / dot(image, image);
      for (let at = 0; at < x.length; at++) x[at] = (x[at] ?? 0) + length * (direction[at] ?? 0);
      for (let row = 0; row < residual.length; row++) residual[row] = (residual[row] ?? 0) - length * (image[row] ?? 0);
      this.#transpose(residual, pull);
      const next = dot(pull, pull);
      for (let at = 0; at < x.length; at++) direction[at] = (pull[at] ?? 0) + (next / size) * (direction[at] ?? 0);
      size = next;
    }
    return x;
  }

  /** Writes how each contact's room differs from the common one after the change `x`. */
  #apply(x: Float64Array, image: Float64Array): void {
    const common = x[this.#unknowns - 1] ?? 0;
    for (const [row, { i, j }] of this.#contacts.entries()) {
      let sum = -common;
      for (let axis = 0; axis < 3; axis++)
        sum +=
          (this.#parts[6 * row + axis] ?? 0) * (x[3 * i + axis] ?? 0) +
          (this.#parts[6 * row + 3 + axis] ?? 0) * (x[3 * j + axis] ?? 0);
      image[row] = sum;
    }
  }

  #transpose(rows: Float64Array, x: Float64Array): void {
    x.fill(0);
    let common = 0;
    for (const [row, { i, j }] of this.#contacts.entries()) {
      const value = rows[row] ?? 0;
      for (let axis = 0; axis < 3; axis++) {
        x[3 * i + axis] = (x[3 * i + axis] ?? 0) + value * (this.#parts[6 * row + axis] ?? 0);
        x[3 * j + axis] = (x[3 * j + axis] ?? 0) + value * (this.#parts[6 * row + 3 + axis] ?? 0);
      }
      common += value;
    }
    x[this.#unknowns - 1] = -common;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
