/** A challenge as a card: with its brief, its records and who made it; never the witness. */
import { FAMILIES, load } from '#content/catalog.ts';
import type { StoreReads } from '#server/ports/store.ts';
import type { Address } from '#shared/base/ids.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { Challenge } from '#shared/records/challenge.ts';

const MOST_RECORDS = 500;

/** Names of the automata by account; people are asked for one by one. */
export async function namesOf(store: StoreReads): Promise<ReadonlyMap<Address, string>> {
  return new Map((await store.automata()).map((automaton) => [automaton.account, automaton.name]));
}

export async function cardOf(
  challenge: Challenge,
  names: ReadonlyMap<Address, string>,
  store: StoreReads,
): Promise<ChallengeCard> {
  const family = await load(FAMILIES, challenge.file.family);
  const { task, science } = family.brief(family.parseInstance(challenge.file.instance));
  return {
    ...challenge,
    creatorName: names.get(challenge.creator) ?? (await store.person(challenge.creator))?.name ?? 'The island',
    task,
    science,
    hand: family.hand,
    unit: family.unit,
    records: await store.records({ challenge: challenge.id, limit: MOST_RECORDS }),
    attempts: await store.attemptCount({ challenge: challenge.id }),
  };
}

/** For lists: the machines' log without the tapes, which the single card brings. */
export function withoutGhosts(card: ChallengeCard): ChallengeCard {
  return { ...card, machine: card.machine.map(({ best: _ghost, ...run }) => run) };
}
