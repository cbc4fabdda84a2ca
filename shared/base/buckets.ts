/** Token buckets: how often something may happen, with time as an argument. */

/** `burst` at once, then `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Buckets kept before full ones are forgotten. */
const KEPT = 10_000;

interface Bucket {
  readonly rate: Rate;
  tokens: number;
  atMs: number;
}

/** Buckets by name. A bucket that is not kept is full. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes tokens, or none and answers false when there are too few. @param nowMs never runs backwards by much */
  take(name: string, rate: Rate, nowMs: number, tokens = 1): boolean {
    const bucket = this.#buckets.get(name) ?? { rate, tokens: rate.burst, atMs: nowMs };
    refill(bucket, nowMs);
    if (bucket.tokens < tokens) return false;
    bucket.tokens -= tokens;
    if (!this.#buckets.has(name) && this.#buckets.size >= KEPT) this.#forget(nowMs);
    this.#buckets.set(name, bucket);
    return true;
  }

  #forget(nowMs: number): void {
    for (const [name, bucket] of this.#buckets) {
      refill(bucket, nowMs);
      if (bucket.tokens >= bucket.rate.burst) this.#buckets.delete(name);
    }
  }
}

function refill(bucket: Bucket, nowMs: number): void {
  const grown = bucket.tokens + (Math.max(0, nowMs - bucket.atMs) / 1_000) * bucket.rate.perSecond;
  bucket.tokens = Math.min(bucket.rate.burst, grown);
  bucket.atMs = nowMs;
}
