/** How long a laurel waits for the chain while a long backlog of works waits too. */
import { EventEmitter, once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { relayAbi } from '#contracts/built/relay.ts';
import { decodeReturn, encodeCall } from '#server/adapters/chain/abi.ts';
import { openCalls } from '#server/adapters/chain/calls.ts';
import { startOutbox } from '#server/adapters/chain/outbox.ts';
import { openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import { MemoryCounts } from '#server/adapters/counts.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import type { Chain } from '#server/ports/chain.ts';
import type { OutboxEntry } from '#server/ports/store-rows.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import { BENCH_VERDICT_KEY, mintAction, openBenchChain } from './chain-load.ts';

const LAURELS = 5;
/** A batch that ended between two looks is seen this much later at most, ms. */
const LOOK_MS = 50;

/** The longest of a few, from the entry's transaction to the chain's word, ms. @param backlog works in front of it */
export async function laurelOnChainMs(folder: string, backlog: number): Promise<number> {
  const chain = await openBenchChain(folder);
  const store = await openStore({ dataDir: folder });
  const works = Array.from({ length: backlog }, (_, index) => mintAction(index));
  await store.transact((tx) => tx.addOutbox(works.map((work) => ({ ...work, kind: 'work', subject: work.intent }))));
  const sent = new EventEmitter();
  const counts = new MemoryCounts(Date.now);
  const outbox = startOutbox({ store, chain, clock: Date.now, counts, onSent: () => sent.emit('batch') });
  let longest = 0;
  for (let index = 0; index < LAURELS; index++) {
    const { entries, intent } = await laurelEntries(index, chain.chainId);
    const start = performance.now();
    await store.transact((tx) => tx.addOutbox(entries));
    outbox.poke();
    while (!(await isDone(chain, intent))) await Promise.race([once(sent, 'batch'), setTimeout(LOOK_MS)]);
    longest = Math.max(longest, performance.now() - start);
  }
  await outbox.close();
  await chain.close();
  await store.close();
  return longest;
}

async function isDone(chain: Chain, intent: string): Promise<boolean> {
  const answer = await chain.call(parseAddress(ADDRESSES.relay), encodeCall(relayAbi, 'done', [intent]));
  return decodeReturn(relayAbi, 'done', answer)[0] === true;
}

/** A challenge and the first record on it, as the flows would write them. */
async function laurelEntries(
  index: number,
  chainId: number,
): Promise<{ readonly entries: readonly OutboxEntry[]; readonly intent: string }> {
  const challenge = `0x${keccak256(`laurel challenge ${index}`)}`;
  const intent = `0x${keccak256(`award ${challenge}`)}`;
  const holder = addressOfKey(`0x${keccak256('holder')}`);
  const award = {
    ...{ challenge, recordIndex: 0, value: 10n ** 12n, digest: challenge },
    ...{ holders: [holder], sharesBasisPoints: [10_000] },
  };
  const calls = openCalls();
  const signature = await openVerdictSigner({ key: BENCH_VERDICT_KEY, chainId }).signAward(award);
  const opening = calls.openChallenge(challenge, addressOfKey(`0x${keccak256('creator')}`), true);
  return {
    intent,
    entries: [
      { intent: `0x${keccak256(`open ${challenge}`)}`, kind: 'challenge', subject: challenge, ...opening },
      { intent, kind: 'laurel', subject: challenge, ...calls.award(award, signature) },
    ],
  };
}
