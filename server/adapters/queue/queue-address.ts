/** Where both ends of the work queue meet: Redis, how it is reached, and what the queues are called there. */
import type { RedisOptions } from 'bullmq';
import type { Lane } from '#server/ports/pool.ts';
import { DimensionError } from '#shared/base/errors.ts';

/** One world a Redis database; `mark` names the catalogue, so that only workers of the same release take its jobs. */
export interface QueueAddress {
  /** `redis://` or `rediss://`, with the password and the number of the database where there is one. */
  readonly url: string;
  /** Hexadecimal digits. */
  readonly mark: string;
}

/** Before all keys of ours in Redis. */
export const PREFIX = 'dimension';

/** How long an end may take to reach Redis when it opens, ms. */
const PATIENCE_MS = 10_000;

/** Each lane is a queue: a person's run never stands behind machines. */
export function queueName(lane: Lane, mark: string): string {
  return `${lane}-${mark}`;
}

/** What a crew calls itself in Redis: how many jobs of a lane it does at once. */
export function crewName(threads: number): string {
  return `${threads}-threads`;
}

/** How many that are, by the name of its connection; 1 where Redis does not tell names. */
export function threadsOf(connectionName: string | undefined): number {
  return Number(/:w:(\d{1,4})-threads$/.exec(connectionName ?? '')?.[1] ?? 1);
}

/** A connection that comes back by itself within seconds of Redis. */
export function connectionTo(url: string): RedisOptions {
  return { url, retryStrategy: (times) => Math.min(times * 200, 2_000) };
}

/** Waits for the first word of Redis. @throws DimensionError `queue.unreachable`, which never says the address */
export async function reached(ends: readonly { waitUntilReady(): Promise<unknown> }[]): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('no answer')), PATIENCE_MS);
  try {
    await Promise.race([Promise.all(ends.map((end) => end.waitUntilReady())), late.promise]);
  } catch (error) {
    throw new DimensionError('queue.unreachable', 'The Redis of REDIS_URL cannot be reached.', {}, error);
  } finally {
    clearTimeout(timer);
  }
}
