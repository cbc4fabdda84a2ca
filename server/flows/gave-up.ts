/** Flow of a session that ends without a solution: it counts for how hard the challenge is, and for nothing else. */
import type { Flows } from '#server/ports/loop.ts';
import { ratePerson } from '#server/stages/rate.ts';
import type { FlowNeeds } from './carry.ts';

export async function gaveUpFlow(
  { actor, challenge, atMs }: Parameters<Flows['gaveUp']>[0],
  { store }: Pick<FlowNeeds, 'store'>,
): Promise<void> {
  if (actor.kind !== 'person') return;
  await store.transact(async (tx) => {
    const known = await tx.challenge(challenge);
    // On one's own challenge one knows the way.
    if (known === null || known.creator === actor.address) return;
    await ratePerson({ challenge, address: actor.address, solved: false, atMs }, tx);
  });
}
