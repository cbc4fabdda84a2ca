/** Flow of a fact that came back from the chain: the world shows that it stands there now. */
import type { Announcer } from '#server/ports/announcer.ts';
import type { Store } from '#server/ports/store.ts';
import { parseWorkId } from '#shared/base/ids.ts';

/** What the indexer tells: a work, an automaton or a laurel that the chain has. */
export interface Minted {
  readonly kind: 'work' | 'automaton' | 'laurel';
  readonly id: string;
}

export async function mintedNews(fact: Minted, store: Store, announcer: Announcer): Promise<void> {
  if (fact.kind === 'laurel') await laurelNews(fact.id, store, announcer);
  if (fact.kind === 'work') {
    const work = await store.work(parseWorkId(fact.id));
    if (work !== null) announcer.workChanged(work);
  }
}

async function laurelNews(tokenId: string, store: Store, announcer: Announcer): Promise<void> {
  const laurel = await store.laurel(tokenId);
  if (laurel === null || laurel.state === 'invalidated') return;
  const challenge = await store.challenge(laurel.challenge);
  const name = (await store.person(laurel.holder))?.name ?? 'Somebody';
  const title = challenge?.title ?? 'a challenge';
  announcer.news({
    kind: 'minted',
    id: laurel.challenge,
    who: laurel.holder,
    sentence: `The chain has ${name}'s laurel for "${title}".`,
    parts: { says: 'minted', title, names: [name] },
  });
}
