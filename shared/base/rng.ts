/** Seeded randomness: the only source of chance in the law, the content and the stages. */
import { sha256 } from './hash.ts';

/**
 * xoshiro128** (Blackman and Vigna 2018), seeded through SHA-256, forked by label:
 * the same seed and the same calls give the same numbers in every engine.
 * @see https://prng.di.unimi.it/xoshiro128starstar.c
 */
export class Rng {
  readonly #seed: string;
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** @param seed any text or number; two different seeds give unrelated streams */
  constructor(seed: string | number) {
    this.#seed = String(seed);
    const digest = sha256(`rng:${this.#seed}`);
    const word = (index: number) => Number.parseInt(digest.slice(index * 8, index * 8 + 8), 16) | 0;
    this.#a = word(0);
    this.#b = word(1);
    this.#c = word(2);
    this.#d = word(3) | 1;
  }

  /** A stream of its own for `label`; it does not depend on how much of this one was used. */
  fork(label: string | number): Rng {
    return new Rng(`${this.#seed}/${label}`);
  }

  /** The next 32 random bits, 0 … 2³²−1. */
  bits(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** Uniform in [0, 1) with 32 bits. */
  unit(): number {
    return this.bits() / 4294967296;
  }

  /** A uniform integer from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }

  /** True with probability `p`. */
  chance(p: number): boolean {
    return this.unit() < p;
  }

  /** One member of a list that is not empty. @throws RangeError when it is empty */
  pick<T>(list: readonly T[]): T {
    const member = list[this.int(0, list.length - 1)];
    if (member === undefined) throw new RangeError('pick needs a list with a member');
    return member;
  }

  /** `count` random bytes. */
  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.bits() >>> 24);
  }
}
