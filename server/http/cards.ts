/** A challenge as a card: with its brief, its records and who made it; never the witness. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { StoreReads } from '#server/ports/store.ts';
import type { Address } from '#shared/base/ids.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { Challenge } from '#shared/records/challenge.ts';

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
  const { task, science, hand, unit } = await briefs.of(challenge);
  return {
    ...challenge,
    creatorName: names.get(challenge.creator) ?? (await store.person(challenge.creator))?.name ?? 'The island',
    task,
    science,
    hand,
    unit,
    records: await store.records({ challenge: challenge.id, limit: MOST_RECORDS }),
    attempts: await store.attemptCount({ challenge: challenge.id }),
  };
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

type BriefLines = Pick<ChallengeCard, 'task' | 'science' | 'hand' | 'unit'>;

async function briefOf({ file }: Challenge): Promise<BriefLines> {
  const family = await load(FAMILIES, file.family);
  const { task, science } = family.brief(family.parseInstance(file.instance));
  return { task, science, hand: family.hand, unit: family.unit };
}

/** A hidden challenge says that it is hidden, and nothing that its maker or the machines put into it. */
export function veiled(card: ChallengeCard): ChallengeCard {
  return { ...card, title: 'Hidden', task: '', file: { ...card.file, instance: null }, machine: [] };
}

/** For lists: the machines' log without the tapes, which the single card brings. */
export function withoutGhosts(card: ChallengeCard): ChallengeCard {
  return { ...card, machine: card.machine.map(({ best: _ghost, ...run }) => run) };
}
