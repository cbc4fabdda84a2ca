/** The engines of one host, opened in order and closed in reverse: keys, store, chain, outbox, indexer. */
import { mkdir, stat } from 'node:fs/promises';
import type { Chain, ChainCalls, VerdictSigner } from '#server/ports/chain.ts';
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';
import type { Store, StoreTransaction } from '#server/ports/store.ts';
import type { Address } from '#shared/base/ids.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import { openCalls } from './chain/calls.ts';
import type { ChainFact } from './chain/chain-facts.ts';
import { startIndexer } from './chain/indexer.ts';
import { openChain } from './chain/open-chain.ts';
import { startOutbox } from './chain/outbox.ts';
import { openVerdictSigner } from './chain/verdict-signer.ts';
import { lockData } from './data-lock.ts';
import { openKeys } from './keys.ts';
import { openStore } from './store/open-store.ts';

export interface Adapters {
  /** Every transaction wakes the outbox: what it wrote is on its way at once. */
  readonly store: Store;
  readonly chain: Chain;
  readonly calls: ChainCalls;
  readonly signer: VerdictSigner;
  /** The account of the host's own key. */
  readonly hostAddress: Address;
  close(): Promise<void>;
}

export interface AdapterNeeds {
  readonly dataDir: string;
  readonly keys: { readonly host?: string; readonly chain?: string; readonly verdict?: string };
  readonly clock: Clock;
  readonly counts: Counts;
  /** Called for each fact of the chain after it is durable in the store. */
  readonly onMinted: (fact: ChainFact, store: Store) => void;
  /** Called in the transaction of a laurel that was dropped on its way and stands on chain all the same. */
  readonly onLate?: (laurel: string, tx: StoreTransaction, by: Pick<Adapters, 'calls' | 'signer'>) => Promise<void>;
}

/** @throws DimensionError `data.busy`, `keys.*`, `store.*`, `chain.*`: then nothing stays open */
export async function openAdapters(needs: AdapterNeeds): Promise<Adapters> {
  await mkdir(needs.dataDir, { recursive: true, mode: 0o700 });
  await warnOfOthers(needs);
  const lock = lockData(needs.dataDir);
  try {
    return await openLocked(needs, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A folder that was made before may be open to others; it is the host's, so it is only said. */
async function warnOfOthers({ dataDir, counts }: AdapterNeeds): Promise<void> {
  const { mode } = await stat(dataDir);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    counts.error('data.open', `Others on this machine can look into ${dataDir}; run: chmod 700 ${dataDir}`);
}

async function openLocked(needs: AdapterNeeds, release: () => void): Promise<Adapters> {
  const { dataDir, clock, counts } = needs;
  const keys = await openKeys(dataDir, needs.keys);
  const verdictAddress = addressOfKey(keys.verdict);
  const log = (sentence: string) => counts.error('chain.thread', sentence);
  const raw = await openStore({ dataDir });
  const chain = await openChain({ dataDir, relayerKey: keys.chain, verdictAddress, log }).catch(
    async (error: unknown) => {
      await raw.close();
      throw error;
    },
  );
  const by = { calls: openCalls(), signer: openVerdictSigner({ key: keys.verdict, chainId: chain.chainId }) };
  const indexer = startIndexer({
    ...{ store: raw, chain, counts },
    onMinted: (fact) => needs.onMinted(fact, raw),
    onLate: async (laurel, tx) => needs.onLate?.(laurel, tx, by),
  });
  const outbox = startOutbox({ store: raw, chain, clock, counts, onSent: () => indexer.poke() });
  return {
    store: wakes(raw, () => outbox.poke()),
    chain,
    ...by,
    hostAddress: addressOfKey(keys.host),
    async close() {
      await outbox.close();
      await indexer.close();
      await chain.close();
      await raw.close();
      release();
    },
  };
}

/** The same store, which calls `after` when a transaction is durable. */
function wakes(store: Store, after: () => void): Store {
  return {
    ...store,
    async transact(work) {
      const result = await store.transact(work);
      after();
      return result;
    },
  };
}
