/** Token buckets: how often something may happen, with time as an argument. */

/** `burst` at once, then `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Buckets kept; beyond, the one that was not used for longest is forgotten. */
const KEPT = 10_000;

interface Bucket {
  readonly rate: Rate;
  tokens: number;
  atMs: number;
}

/** Buckets by name. A bucket that is not kept is full; keeping costs the same however many there are. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes tokens, or none and answers false when there are too few. @param nowMs never runs backwards by much */
  take(name: string, rate: Rate, nowMs: number, tokens = 1): boolean {
    const bucket = this.#buckets.get(name) ?? { rate, tokens: rate.burst, atMs: nowMs };
    refill(bucket, nowMs);
    // Taken out and put back: what was used last stands last, and the one that is dropped is long unused.
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    if (this.#buckets.size > KEPT) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    if (bucket.tokens < tokens) return false;
    bucket.tokens -= tokens;
    return true;
  }
}

function refill(bucket: Bucket, nowMs: number): void {
  const grown = bucket.tokens + (Math.max(0, nowMs - bucket.atMs) / 1_000) * bucket.rate.perSecond;
  bucket.tokens = Math.min(bucket.rate.burst, grown);
  bucket.atMs = nowMs;
}
