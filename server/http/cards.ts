/** A challenge as a card: with its brief, its records and who made it; never the witness. */
import { type Goal, goalOf, isProven } from '#content/world/goal.ts';
import { difficultiesOf } from '#server/ports/ratings.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import type { Address } from '#shared/base/ids.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { FrontierRecord } from '#shared/records/attempt.ts';
import type { Challenge } from '#shared/records/challenge.ts';
import { ratingGap } from '#shared/records/rating.ts';
import { type MachineStanding, type PublishedLine, standingOf } from '#shared/records/standing.ts';

const EVERY = 1_000_000;
/** Records on a card: the newest. */
const MOST_RECORDS = 500;
const MOST_BRIEFS = 500;

/** Names of the automata by account; people are asked for one by one. */
export async function namesOf(store: StoreReads): Promise<ReadonlyMap<Address, string>> {
  return new Map((await store.automata()).map((automaton) => [automaton.account, automaton.name]));
}

export async function cardOf(
  challenge: Challenge,
  names: ReadonlyMap<Address, string>,
  store: StoreReads,
  briefs: Briefs,
): Promise<ChallengeCard> {
  const { task, science, hand, starts, unit, goal } = await briefs.of(challenge);
  const records = (await store.records({ challenge: challenge.id, limit: EVERY })).slice(-MOST_RECORDS);
  const { people, machines } = await difficultiesOf(challenge.id, store);
  return {
    ...challenge,
    creatorName: names.get(challenge.creator) ?? (await store.person(challenge.creator))?.name ?? 'The island',
    task,
    science,
    hand,
    starts,
    unit,
    records,
    attempts: await store.attemptCount({ challenge: challenge.id }),
    playing: [],
    standing: machineStanding(challenge, records, goal),
    difficulty: { people, machines, gap: ratingGap(people, machines) },
    novelty: await store.novelty(challenge.id),
  };
}

function machineStanding({ machine }: Challenge, records: readonly FrontierRecord[], goal: Goal): MachineStanding {
  const record = records.at(-1) ?? null;
  const { kind, better } = goal.family;
  return standingOf(machine, {
    ...{ kind, better, limit: goal.limit },
    published: goal.published === null ? null : publishedLine(goal.published),
    proven: kind === 'record' && isProven(goal, record?.value ?? null),
    record: record === null ? null : { value: record.value, machine: record.holderKind === 'automaton' },
  });
}

function publishedLine({ value, status, proven, source, sourceDate }: NonNullable<Goal['published']>): PublishedLine {
  return { value, status, proven, source, sourceDate };
}

/** What a card says of an instance: worked out once for each challenge, because it parses the whole instance. */
export class Briefs {
  readonly #known = new Map<string, Promise<BriefLines>>();

  of(challenge: Challenge): Promise<BriefLines> {
    const known = this.#known.get(challenge.id);
    if (known !== undefined) return known;
    const made = briefOf(challenge);
    if (this.#known.size >= MOST_BRIEFS) this.#known.delete(this.#known.keys().next().value ?? '');
    this.#known.set(challenge.id, made);
    return made;
  }
}

interface BriefLines extends Pick<ChallengeCard, 'task' | 'science' | 'hand' | 'starts' | 'unit'> {
  readonly goal: Goal;
}

async function briefOf({ file }: Challenge): Promise<BriefLines> {
  const goal = await goalOf(file);
  const { family, instance } = goal;
  const piece = family.workpiece(instance);
  const starts = piece.hand === 'tapes' ? piece.starts : 1;
  return { ...family.brief(instance), hand: family.hand, starts, unit: family.unit, goal };
}

/** A hidden challenge says that it is hidden, and nothing that its maker or the machines put into it. */
export function veiled(card: ChallengeCard): ChallengeCard {
  return { ...card, title: 'Hidden', task: '', file: { ...card.file, instance: null }, machine: [] };
}

/** For lists: the machines' log without the tapes, which the single card brings. */
export function withoutGhosts(card: ChallengeCard): ChallengeCard {
  return { ...card, machine: card.machine.map(({ best: _ghost, ...run }) => run) };
}
