/** Who ended the run of others does not gather with them again for a while. */
import type { Stopwatch } from '#server/ports/clock.ts';
import type { Address } from '#shared/base/ids.ts';
import type { Person } from '#shared/records/actor.ts';

/** So long, minutes. */
export const APART_MINUTES = 10;

/** Remembers pairs of people by their accounts; what is over is forgotten. */
export class KeptApart {
  readonly #stopwatch: Stopwatch;
  readonly #untilMs = new Map<string, number>();

  constructor(stopwatch: Stopwatch) {
    this.#stopwatch = stopwatch;
  }

  /** Keeps each of `those` apart from each of `others`. */
  keep(those: readonly Person[], others: readonly Person[]): void {
    const nowMs = this.#stopwatch();
    for (const [pair, untilMs] of this.#untilMs) if (untilMs <= nowMs) this.#untilMs.delete(pair);
    for (const { address } of those)
      for (const other of others) this.#untilMs.set(pairOf(address, other.address), nowMs + APART_MINUTES * 60_000);
  }

  /** True while the two may not gather together. */
  isApart(one: Person, other: Person): boolean {
    return (this.#untilMs.get(pairOf(one.address, other.address)) ?? 0) > this.#stopwatch();
  }
}

function pairOf(one: Address, other: Address): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
