/** How often an actor may hand in what: one table. */
import type { Buckets, Rate } from '#shared/base/buckets.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Actor } from '#shared/records/actor.ts';
import type { Intent } from '#shared/records/intent.ts';

/** By kind of intent. A person plays faster than they publish. */
const INTENT_RATES: Readonly<Record<Intent['kind'], Rate>> = {
  challenge: { burst: 4, perSecond: 1 / 30 },
  work: { burst: 6, perSecond: 1 / 20 },
  attempt: { burst: 12, perSecond: 1 },
  commit: { burst: 12, perSecond: 1 / 10 },
  consent: { burst: 12, perSecond: 1 / 10 },
  freeze: { burst: 60, perSecond: 5 },
  moderate: { burst: 60, perSecond: 5 },
  silence: { burst: 60, perSecond: 5 },
  'close-report': { burst: 60, perSecond: 5 },
};

/** @throws DimensionError `door.limit` */
export function limit(buckets: Buckets, actor: Actor, kind: Intent['kind'], nowMs: number): void {
  if (buckets.take(`${actor.address} ${kind}`, INTENT_RATES[kind], nowMs)) return;
  throw new DimensionError('door.limit', 'That was too often; wait a moment and try again.', { kind });
}
