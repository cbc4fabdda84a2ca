/** How often: a token bucket for each actor and kind. */
import type { Clock } from '#server/ports/clock.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Actor } from '#shared/records/actor.ts';
import type { Intent } from '#shared/records/intent.ts';

/** `burst` at once, then `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** By kind of intent. A person plays faster than they publish. */
export const INTENT_RATES: Readonly<Record<Intent['kind'], Rate>> = {
  challenge: { burst: 4, perSecond: 1 / 30 },
  work: { burst: 6, perSecond: 1 / 20 },
  attempt: { burst: 12, perSecond: 1 },
  moderate: { burst: 60, perSecond: 5 },
};

/** Buckets kept before full ones are forgotten. */
const KEPT = 10_000;

interface Bucket {
  readonly rate: Rate;
  tokens: number;
  atMs: number;
}

/** Buckets by name. A bucket that is not kept is full. */
export class Buckets {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes one token, or answers false when there is none. */
  take(name: string, rate: Rate): boolean {
    const nowMs = this.#clock();
    const bucket = this.#buckets.get(name) ?? { rate, tokens: rate.burst, atMs: nowMs };
    refill(bucket, nowMs);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
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

/** @throws DimensionError `door.limit` */
export function limit(buckets: Buckets, actor: Actor, kind: Intent['kind']): void {
  if (buckets.take(`${actor.address} ${kind}`, INTENT_RATES[kind])) return;
  throw new DimensionError('door.limit', 'That was too often; wait a moment and try again.', { kind });
}
