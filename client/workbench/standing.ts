/** Where a value stands between machines, the record and what is provably possible: the ladder beside the bench. */
import type { AnyFamily, Limit } from '#content/families/family.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';

/** A rung of the ladder. */
export interface Rung {
  readonly who: 'you' | 'record' | 'machine' | 'limit';
  readonly value: number;
  /** Whose it is: a holder's name, a solver's, who proved the limit; empty for one's own. */
  readonly name: string;
}

/** What the ladder is made of. */
export interface StandingNeeds {
  readonly card: ChallengeCard;
  readonly family: Pick<AnyFamily, 'better' | 'delta'>;
  readonly limit: Limit | null;
  /** The value of what lies on the bench; null when it does not hold. */
  readonly mine: number | null;
}

/** The rungs, best first; of equal ones one's own comes first. */
export function ladderOf({ card, family, limit, mine }: StandingNeeds): readonly Rung[] {
  const rungs: Rung[] = mine === null ? [] : [{ who: 'you', value: mine, name: '' }];
  const record = card.records.at(-1);
  if (record !== undefined) rungs.push({ who: 'record', value: Number(record.value), name: record.holderName });
  const machine = bestRunOf(card, family.better);
  if (machine !== null) rungs.push({ who: 'machine', value: machine.value, name: machine.solver });
  if (limit !== null) rungs.push({ who: 'limit', value: limit.value, name: limit.source });
  const sign = family.better === 'lower' ? 1 : -1;
  return rungs.sort((a, b) => sign * (a.value - b.value));
}

/** The value that takes the record; null while there is none to take. */
export function barOf({ card, family }: Pick<StandingNeeds, 'card' | 'family'>): number | null {
  const record = card.records.at(-1);
  if (record === undefined) return null;
  const value = Number(record.value);
  const delta = family.delta(value, null);
  return family.better === 'lower' ? value - delta : value + delta;
}

/** The best try of a machine that can be taken up, and what it is worth; null when no machine left one. */
export function bestRunOf(
  card: Pick<ChallengeCard, 'machine'>,
  better: AnyFamily['better'],
): { readonly value: number; readonly solver: string; readonly payload: Payload | null } | null {
  const sign = better === 'lower' ? 1 : -1;
  const runs = card.machine.filter((run) => run.value !== undefined);
  const best = runs.toSorted((a, b) => sign * (Number(a.value) - Number(b.value)))[0];
  if (best === undefined) return null;
  const parsed = payloadSchema.safeParse(best.best);
  return { value: Number(best.value), solver: best.solver, payload: parsed.success ? parsed.data : null };
}
