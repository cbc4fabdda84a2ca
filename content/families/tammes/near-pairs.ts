/** The pairs of beacons that can matter soon, so that not every pair is measured at every step (a Verlet list). */

/** Beacons may move this part of the least distance before the pairs are looked up anew. */
const SKIN = 0.25;

/**
 * Pairs whose room is, or after a small move may be, at most `most` times the least. `rooms` and `ends` (two indices a
 * pair) are filled for `count` pairs by {@link measure}.
 * @see Verlet 1967, https://doi.org/10.1103/PhysRev.159.98
 */
export class NearPairs {
  readonly rooms: Float64Array;
  readonly ends: Uint16Array;
  count = 0;
  readonly #sizes: Float64Array;
  readonly #most: number;
  /** Where the beacons were when the pairs were looked up, and how far each may have moved since, squared. */
  readonly #reference: Float64Array;
  #free = -1;

  constructor(sizes: Float64Array, most: number) {
    const pairs = (sizes.length * (sizes.length - 1)) / 2;
    this.rooms = new Float64Array(pairs);
    this.ends = new Uint16Array(2 * pairs);
    this.#sizes = sizes;
    this.#most = most;
    this.#reference = new Float64Array(3 * sizes.length);
  }

  /** Writes the rooms of all pairs that matter, in a fixed order; gives the least of all. */
  measure(unit: Float64Array): number {
    if (this.#moved(unit)) return this.#look(unit);
    let least = Number.POSITIVE_INFINITY;
    for (let pair = 0; pair < this.count; pair++) {
      const room = this.#room(unit, this.ends[2 * pair] ?? 0, this.ends[2 * pair + 1] ?? 0);
      this.rooms[pair] = room;
      if (room < least) least = room;
    }
    return least;
  }

  #moved(unit: Float64Array): boolean {
    for (let at = 0; at < unit.length; at += 3) {
      const dx = (unit[at] ?? 0) - (this.#reference[at] ?? 0);
      const dy = (unit[at + 1] ?? 0) - (this.#reference[at + 1] ?? 0);
      const dz = (unit[at + 2] ?? 0) - (this.#reference[at + 2] ?? 0);
      if (dx * dx + dy * dy + dz * dz > this.#free) return true;
    }
    return false;
  }

  /** Measures every pair and keeps those that can come to matter before some beacon has moved too far. */
  #look(unit: Float64Array): number {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 1, pair = 0; i < this.#sizes.length; i++)
      for (let j = 0; j < i; j++, pair++) {
        const room = this.#room(unit, i, j);
        this.rooms[pair] = room;
        if (room < least) least = room;
      }
    this.#reference.set(unit);
    // In roots of rooms two ends can each bring a pair `skin` nearer, and push the tightest pair as far apart.
    const skin = SKIN * Math.sqrt(least);
    this.#free = this.#most === Number.POSITIVE_INFINITY ? this.#most : skin * skin;
    const reach = Math.sqrt(this.#most) * (Math.sqrt(least) + 2 * skin) + 2 * skin;
    this.count = 0;
    for (let i = 1, pair = 0; i < this.#sizes.length; i++)
      for (let j = 0; j < i; j++, pair++) {
        const room = this.rooms[pair] ?? 0;
        if (room > reach * reach) continue;
        this.rooms[this.count] = room;
        this.ends[2 * this.count] = i;
        this.ends[2 * this.count++ + 1] = j;
      }
    return least;
  }

  #room(unit: Float64Array, i: number, j: number): number {
    const dx = (unit[3 * i] ?? 0) - (unit[3 * j] ?? 0);
    const dy = (unit[3 * i + 1] ?? 0) - (unit[3 * j + 1] ?? 0);
    const dz = (unit[3 * i + 2] ?? 0) - (unit[3 * j + 2] ?? 0);
    const size = (this.#sizes[i] ?? 1) + (this.#sizes[j] ?? 1);
    return (4 * (dx * dx + dy * dy + dz * dz)) / (size * size);
  }
}
