/** How long a laurel waits for the chain while a long backlog of works waits too. */
import { performance } from 'node:perf_hooks';
import { openCalls } from '#server/adapters/chain/calls.ts';
import { startIndexer } from '#server/adapters/chain/indexer.ts';
import { accountOf } from '#server/adapters/chain/open-chain.ts';
import { startOutbox } from '#server/adapters/chain/outbox.ts';
import { openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import { MemoryCounts } from '#server/adapters/counts.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import type { OutboxEntry } from '#server/ports/store.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { parseChallengeId } from '#shared/base/ids.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import { BENCH_VERDICT_KEY, mintAction, openBenchChain } from './chain-load.ts';

const LAURELS = 5;

/** The longest of a few, from the entry's transaction to the indexer's word, ms. @param backlog works in front of it */
export async function laurelOnChainMs(folder: string, backlog: number): Promise<number> {
  const chain = await openBenchChain(folder);
  const store = await openStore({ dataDir: folder });
  const counts = new MemoryCounts(Date.now);
  const arrived = new Map<string, () => void>();
  const indexer = startIndexer({
    ...{ store, chain, counts },
    onMinted: ({ kind, id }) => {
      if (kind === 'laurel') arrived.get(id)?.();
    },
  });
  const works = Array.from({ length: backlog }, (_, index) => mintAction(index));
  await store.transact((tx) => tx.addOutbox(works.map((work) => ({ ...work, kind: 'work', subject: work.intent }))));
  const outbox = startOutbox({ store, chain, clock: Date.now, counts, onSent: () => indexer.poke() });
  let longest = 0;
  for (let index = 0; index < LAURELS; index++) {
    const { entries, laurel } = await laurelEntries(index, chain.chainId);
    const done = new Promise<void>((resolve) => arrived.set(laurel, resolve));
    const start = performance.now();
    await store.transact((tx) => tx.addOutbox(entries));
    outbox.poke();
    await done;
    longest = Math.max(longest, performance.now() - start);
  }
  await outbox.close();
  await indexer.close();
  await chain.close();
  await store.close();
  return longest;
}

/** A challenge and the first record on it, as the flows would write them. */
async function laurelEntries(
  index: number,
  chainId: number,
): Promise<{ readonly entries: readonly OutboxEntry[]; readonly laurel: string }> {
  const challenge = `0x${keccak256(`laurel challenge ${index}`)}`;
  const laurel = laurelId(parseChallengeId(challenge.slice(2)), 0, 0);
  const holder = accountOf(`0x${keccak256('holder')}`);
  const award = {
    ...{ challenge, recordIndex: 0, value: 10n ** 12n, digest: challenge },
    ...{ holders: [holder], sharesBasisPoints: [10_000] },
  };
  const calls = openCalls();
  const signature = await openVerdictSigner({ key: BENCH_VERDICT_KEY, chainId }).signAward(award);
  const opening = calls.openChallenge(challenge, accountOf(`0x${keccak256('creator')}`), true);
  return {
    laurel,
    entries: [
      { intent: `0x${keccak256(`open ${challenge}`)}`, kind: 'challenge', subject: challenge, ...opening },
      {
        intent: `0x${keccak256(`award ${challenge}`)}`,
        kind: 'laurel',
        subject: laurel,
        ...calls.award(award, signature),
      },
    ],
  };
}
