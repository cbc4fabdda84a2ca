/** What a person is offered to take on next: ranked by what they can learn from, machines cannot do, and nobody is on. */

import { heldFirst } from '#server/ports/held-first.ts';
import type { Playing } from '#server/ports/presence.ts';
import { abilityOf, difficultiesOf } from '#server/ports/ratings.ts';
import type { StoreReads } from '#server/ports/store-reads.ts';
import type { Address } from '#shared/base/ids.ts';
import type { Offer } from '#shared/protocol/routes.ts';
import { type Challenge, PRACTICE_STATES } from '#shared/records/challenge.ts';
import { type Offerable, offerScore } from '#shared/records/offer.ts';
import { chanceOf } from '#shared/records/rating.ts';

const MOST_LOOKED_AT = 500;
const MOST_OFFERED = 50;

/** What does not depend on who asks. */
export interface Offered extends Pick<Offer, 'challenge' | 'title' | 'family' | 'state'> {
  readonly creator: Address;
  readonly facts: Omit<Offerable, 'playing'>;
}

/** Every open challenge with what is known of it: read once for all who ask until something changes. */
export async function offered(store: StoreReads): Promise<readonly Offered[]> {
  const open = await heldFirst(PRACTICE_STATES, MOST_LOOKED_AT, store);
  const all: Offered[] = [];
  for (const challenge of open)
    all.push({
      challenge: challenge.id,
      title: challenge.title,
      family: challenge.file.family,
      state: challenge.state,
      creator: challenge.creator,
      facts: {
        people: (await difficultiesOf(challenge.id, store)).people,
        machineShare: shareOf(challenge),
        novelty: (await store.novelty(challenge.id)) ?? 1,
      },
    });
  return all;
}

/** The best first; challenges of one's own are none. */
export async function offersTo(
  address: Address,
  playing: readonly Playing[],
  all: readonly Offered[],
  store: StoreReads,
): Promise<readonly Offer[]> {
  const able = await abilityOf(address, store);
  const offers = all
    .filter(({ creator }) => creator !== address)
    .map(({ creator: _own, facts, ...offer }): Offer => {
      const others = playing.filter((who) => who.challenge === offer.challenge && who.address !== address);
      return {
        ...offer,
        score: offerScore(able, { ...facts, playing: others.length }),
        chance: chanceOf(able, facts.people),
        playing: others.map(({ name }) => name),
      };
    });
  return offers.sort((a, b) => b.score - a.score || (a.challenge < b.challenge ? -1 : 1)).slice(0, MOST_OFFERED);
}

/** Share of the machines' tries at their largest budget that did it; where people hold it, none did. */
function shareOf({ state, machine }: Challenge): number {
  if (!PRACTICE_STATES.some((practice) => practice === state)) return 0;
  const most = Math.max(0, ...machine.map((run) => run.budgetCpuSeconds));
  const hardest = machine.filter((run) => run.budgetCpuSeconds === most);
  return hardest.length === 0 ? 1 : hardest.filter((run) => run.solved).length / hardest.length;
}
