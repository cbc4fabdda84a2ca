/** What can be shown beside an attempt: the best machine run and every record of the same challenge. */
import type { Api } from '#client/net/api.ts';
import type { AnyFamily } from '#content/families/family.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { canonicalJson } from '#shared/base/hash.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import { holdersOf } from '#shared/records/attempt.ts';
import { bestRun } from '#shared/records/best-run.ts';
import { type Payload, payloadSchema } from '#shared/records/payload.ts';
import type { CastNames } from './cast.ts';
import { type KeptAttempt, readAttempt } from './read-attempt.ts';

/** Something to choose. */
export type Rival =
  | {
      readonly kind: 'machine';
      readonly key: 'machine';
      readonly solver: string;
      readonly solved: boolean;
      readonly percent: number;
    }
  | {
      readonly kind: 'record';
      readonly key: string;
      readonly name: string;
      readonly value: number | string;
      readonly unit: string;
    };

/** Records to choose from: the newest. */
const MOST_RECORDS = 12;
/** Colours of those beside, by number. */
const LOOKS = { machine: 4, record: 9 } as const;

/** All there is beside `watched`; never the same solution again. */
export function rivalsOf(card: ChallengeCard, watched: KeptAttempt, better: AnyFamily['better']): readonly Rival[] {
  const run = bestRun(card.machine, better);
  const own = canonicalJson(watched.payload);
  const machine: readonly Rival[] =
    run === null || run.best === undefined || canonicalJson(run.best) === own
      ? []
      : [
          {
            kind: 'machine',
            key: 'machine',
            solver: run.solver,
            solved: run.solved,
            percent: Math.floor(run.progress * 100),
          },
        ];
  const records = card.records
    .filter(({ attempt }) => attempt !== watched.id)
    .slice(-MOST_RECORDS)
    .reverse()
    .map(
      ({ attempt, holderName, value, unit }): Rival => ({
        kind: 'record',
        key: attempt,
        name: holderName,
        value,
        unit,
      }),
    );
  return [...machine, ...records];
}

/** The solution of a rival and who made it. @throws DimensionError `watch.machine`, or what the world says */
export async function fetchRival(
  { key, kind }: Rival,
  card: ChallengeCard,
  better: AnyFamily['better'],
  api: Pick<Api, 'replay'>,
): Promise<{ readonly payload: Payload; readonly who: CastNames }> {
  if (kind === 'record') {
    const attempt = readAttempt(await api.replay(key));
    return { payload: attempt.payload, who: namesOf(attempt, card, LOOKS.record) };
  }
  const run = bestRun(card.machine, better);
  const payload = payloadSchema.safeParse(run?.best);
  if (run === null || !payload.success)
    throw new DimensionError('watch.machine', 'What the machine tried cannot be read.');
  return { payload: payload.data, who: { names: [run.solver], isMachine: true, look: LOOKS.machine } };
}

/** Who is seen in an attempt, one name a start: a party's members in their order, or the one who led them all. */
export function namesOf(
  { actor, party, id }: KeptAttempt,
  card: Pick<ChallengeCard, 'records'>,
  look: number,
): CastNames {
  const record = card.records.find(({ attempt }) => attempt === id);
  const holders = record === undefined ? [] : holdersOf(record);
  const makers = party ?? (holders.length > 1 ? holders : [actor]);
  return { names: makers.map(({ name }) => name), isMachine: actor.kind === 'automaton', look };
}
