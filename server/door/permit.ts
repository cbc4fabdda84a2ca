/** Who may what: one table. */
import { DimensionError } from '#shared/base/errors.ts';
import type { Actor } from '#shared/records/actor.ts';
import type { Intent } from '#shared/records/intent.ts';

type Role = 'person' | 'automaton' | 'host';

const MAY: Readonly<Record<Intent['kind'], readonly Role[]>> = {
  challenge: ['person', 'automaton'],
  // What stands in the world and on chain costs the host; new accounts cost nobody anything.
  work: ['automaton', 'host'],
  attempt: ['person', 'automaton'],
  commit: ['person', 'automaton'],
  // Whoever runs an automaton has said yes for it by running it.
  consent: ['person'],
  freeze: ['host'],
  moderate: ['host'],
  silence: ['host'],
  'close-report': ['host'],
};

/** @throws DimensionError `door.not-permitted` */
export function permit(actor: Actor, kind: Intent['kind']): void {
  const roles: readonly Role[] =
    actor.kind === 'automaton' ? ['automaton'] : actor.host ? ['person', 'host'] : ['person'];
  if (MAY[kind].some((role) => roles.includes(role))) return;
  throw new DimensionError('door.not-permitted', 'Your account may not do that in this world.', { kind });
}
