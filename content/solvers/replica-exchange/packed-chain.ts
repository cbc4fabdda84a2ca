/** A chain on the lattice packed for speed: whole places as single numbers, occupancy in one flat grid, pull moves in place. */
import type { Rng } from '#shared/base/rng.ts';
import { type Lattice, LETTERS } from '#shared/maths/lattice.ts';

/** What stands on a cell of the grid; `kind >> 1` is 1 for H alone. */
const POLAR = 1;
const HYDROPHOBIC = 2;

/**
 * One chain at a time, changed by random pull moves. A place is x + y·w + z·w² modulo the grid's size, a torus wound like
 * a helix: there two places can be taken for one only when they are w or more steps apart, and w is more than the
 * chain's length. Bonds between H and H are counted with the contacts, because they never change.
 */
export class PackedChain {
  readonly #kinds: Uint8Array;
  readonly #grid: Uint8Array;
  readonly #mask: number;
  readonly #steps: Int32Array;
  readonly #directions: number;
  /** Places bead by bead; callers may read it and copy it. */
  readonly places: Int32Array;
  /** Where the beads of the move under way go, from the pulled one on. */
  readonly #next: Int32Array;
  readonly #bonds: number;
  #touching = 0;

  constructor(sequence: string, lattice: Lattice) {
    let wide = 4;
    while (wide <= sequence.length) wide *= 2;
    // On the square lattice the planes above and below stay empty, so that both lattices count six neighbours.
    const size = wide * wide * (lattice === 'square' ? 4 : wide);
    this.#mask = size - 1;
    this.#grid = new Uint8Array(size);
    this.#steps = Int32Array.of(1, -1, wide, -wide, wide * wide, -wide * wide);
    this.#directions = LETTERS[lattice].length;
    this.#kinds = Uint8Array.from(sequence, (bead) => (bead === 'H' ? HYDROPHOBIC : POLAR));
    this.places = Int32Array.from({ length: sequence.length }, (_, bead) => bead);
    this.#next = new Int32Array(sequence.length);
    this.#bonds = sequence.split('').filter((bead, at) => bead === 'H' && sequence[at + 1] === 'H').length;
    this.load(this.places.slice());
  }

  /** H–H contacts of beads that are not chain neighbours. */
  get contacts(): number {
    return this.#touching - this.#bonds;
  }

  /** Takes over the places of another chain of the same sequence. */
  load(places: Int32Array): void {
    for (const place of this.places) this.#grid[place] = 0;
    this.places.set(places);
    this.#touching = 0;
    for (const [bead, place] of places.entries()) {
      const kind = this.#kinds[bead] ?? POLAR;
      if (kind === HYDROPHOBIC) this.#touching += this.#hydrophobicAround(place);
      this.#grid[place] = kind;
    }
  }

  /** The chain as absolute moves. */
  moves(): string {
    let text = '';
    for (let bead = 1; bead < this.places.length; bead++) {
      const step = ((this.places[bead] ?? 0) - (this.places[bead - 1] ?? 0)) & this.#mask;
      text += LETTERS.cubic.charAt(this.#steps.findIndex((other) => (other & this.#mask) === step));
    }
    return text;
  }

  /**
   * Proposes `count` pull moves; one that loses k contacts is kept when 32 random bits are below `keep[k]`. Ends early as
   * soon as there are more than `above` contacts, and says so.
   * @see Lesh, Mitzenmacher and Whitesides, RECOMB 2003
   */
  run(count: number, keep: Float64Array, above: number, rng: Rng): boolean {
    const places = this.places;
    const steps = this.#steps;
    const grid = this.#grid;
    const mask = this.#mask;
    const length = places.length;
    const enough = above + this.#bonds;
    for (let left = count; left > 0; left--) {
      const bits = rng.bits();
      const bead = ((bits >>> 16) * length) >>> 16;
      const side = (bits & 1) === 0 ? -1 : 1;
      const step = steps[(((bits >>> 1) & 0xff) * this.#directions) >>> 8] ?? 0;
      const anchor = bead - side;
      const follower = bead + side;
      const follows = follower >= 0 && follower < length;
      let via = follows ? ((places[bead] ?? 0) + step) & mask : -1;
      let to: number;
      if (anchor >= 0 && anchor < length) {
        to = ((places[anchor] ?? 0) + step) & mask;
        if (grid[to] !== 0) continue;
        if (follows) {
          if (via === places[follower]) via = -1;
          else if (grid[via] !== 0) continue;
        }
      } else {
        to = (via + (steps[(((bits >>> 9) & 0x7f) * this.#directions) >>> 7] ?? 0)) & mask;
        if (grid[via] !== 0 || grid[to] !== 0 || this.#adjacent(to, places[follower] ?? 0)) continue;
      }
      const moved = this.#plan(bead, side, to, via);
      const change = this.#lift(bead, side, moved);
      if (change < 0 && !(rng.bits() < (keep[-change] ?? 0))) {
        this.#undo(bead, side, moved);
        continue;
      }
      for (let k = 0, at = bead; k < moved; k++, at += side) places[at] = this.#next[k] ?? 0;
      this.#touching += change;
      if (this.#touching > enough) return true;
    }
    return false;
  }

  /** Fills `#next`: the bead to `to`, the one behind it to `via`, the others two places on until the chain holds again. */
  #plan(bead: number, side: number, to: number, via: number): number {
    const places = this.places;
    const next = this.#next;
    next[0] = to;
    if (via === -1) return 1;
    next[1] = via;
    let moved = 2;
    let last = via;
    for (let at = bead + 2 * side; at >= 0 && at < places.length; at += side) {
      if (this.#adjacent(places[at] ?? 0, last)) break;
      last = places[at - 2 * side] ?? 0;
      next[moved++] = last;
    }
    return moved;
  }

  /** Moves the planned beads in the grid; the change in touching pairs, every pair counted once. */
  #lift(bead: number, side: number, moved: number): number {
    const places = this.places;
    const kinds = this.#kinds;
    const grid = this.#grid;
    let change = 0;
    for (let k = 0, at = bead; k < moved; k++, at += side) {
      const place = places[at] ?? 0;
      if (kinds[at] === HYDROPHOBIC) change -= this.#hydrophobicAround(place);
      grid[place] = 0;
    }
    for (let k = 0, at = bead; k < moved; k++, at += side) {
      const place = this.#next[k] ?? 0;
      const kind = kinds[at] ?? POLAR;
      if (kind === HYDROPHOBIC) change += this.#hydrophobicAround(place);
      grid[place] = kind;
    }
    return change;
  }

  #undo(bead: number, side: number, moved: number): void {
    for (let k = 0; k < moved; k++) this.#grid[this.#next[k] ?? 0] = 0;
    for (let k = 0, at = bead; k < moved; k++, at += side) this.#grid[this.places[at] ?? 0] = this.#kinds[at] ?? POLAR;
  }

  #hydrophobicAround(place: number): number {
    const grid = this.#grid;
    const mask = this.#mask;
    const up = this.#steps[2] ?? 0;
    const fore = this.#steps[4] ?? 0;
    return (
      ((grid[(place + 1) & mask] ?? 0) >> 1) +
      ((grid[(place - 1) & mask] ?? 0) >> 1) +
      ((grid[(place + up) & mask] ?? 0) >> 1) +
      ((grid[(place - up) & mask] ?? 0) >> 1) +
      ((grid[(place + fore) & mask] ?? 0) >> 1) +
      ((grid[(place - fore) & mask] ?? 0) >> 1)
    );
  }

  #adjacent(one: number, other: number): boolean {
    const mask = this.#mask;
    const apart = (one - other) & mask;
    const up = this.#steps[2] ?? 0;
    const fore = this.#steps[4] ?? 0;
    return (
      apart === 1 ||
      apart === mask ||
      apart === up ||
      apart === (-up & mask) ||
      apart === fore ||
      apart === (-fore & mask)
    );
  }
}
