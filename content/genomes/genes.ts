/** Reads one-byte genes as the numbers and choices a generator wants; a gene that changes a little changes the work a little. */

import { toHex } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';

/** The 48 genes by place. */
export class Genes {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** 0 … 1, both reachable. */
  unit(place: number): number {
    return (this.#bytes[place] ?? 0) / 255;
  }

  /** `low` … `high`. */
  between(place: number, low: number, high: number): number {
    return low + this.unit(place) * (high - low);
  }

  /** An integer from `low` to `high`, both included. */
  int(place: number, low: number, high: number): number {
    return low + Math.floor(((this.#bytes[place] ?? 0) / 256) * (high - low + 1));
  }

  /** True for the lower `share` of the gene's values. */
  has(place: number, share: number): boolean {
    return (this.#bytes[place] ?? 0) < share * 256;
  }

  /** A member of a list that is not empty. @throws RangeError when it is empty */
  pick<T>(place: number, list: readonly T[]): T {
    const member = list[this.int(place, 0, list.length - 1)];
    if (member === undefined) throw new RangeError('pick needs a list with a member');
    return member;
  }

  /** Scatter (positions of spots, stones) hangs on this one gene alone, so that other mutations leave it in place. */
  scatter(place: number, label: string): Rng {
    return new Rng(`${label}:${toHex(this.#bytes.subarray(place, place + 1))}`);
  }
}
