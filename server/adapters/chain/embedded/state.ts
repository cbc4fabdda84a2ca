/** The EVM over the state trie in SQLite. */
import type { DatabaseSync } from 'node:sqlite';
import type { Common } from '@ethereumjs/common';
import { createMPT } from '@ethereumjs/mpt';
import { Caches, CacheType, MerkleStateManager } from '@ethereumjs/statemanager';
import { createVM, type VM } from '@ethereumjs/vm';
import { NodeStore } from './node-store.ts';

/**
 * Entries of the caches. They also hold what a transaction changed until it is over, so they must be larger than what
 * the gas of one transaction can touch (2,600 gas a cold account); `clearCaches` every few blocks keeps them small.
 */
const CACHED = 20_000;

/** An EVM, the state it works on and the nodes below. */
export interface ChainState {
  readonly vm: VM;
  readonly manager: MerkleStateManager;
  readonly nodes: NodeStore;
}

/**
 * @param root state root to stand on, 32 bytes, or null for the empty state
 * @param hashOf block hash by number, for the BLOCKHASH instruction
 * @throws DimensionError `chain.torn` when the file does not hold `root`
 */
export async function openState(
  database: DatabaseSync,
  common: Common,
  root: Uint8Array | null,
  hashOf: (number: number) => Uint8Array,
): Promise<ChainState> {
  const nodes = new NodeStore(database);
  // Two accounts with equal storage have equal nodes: without a prefix an account, pruning, would tear the other's trie.
  const trie = await createMPT({ useKeyHashing: true, useNodePruning: true, db: nodes, valueEncoding: 'view', common });
  const manager = new MerkleStateManager({
    common,
    trie,
    prefixStorageTrieKeys: true,
    caches: new Caches({
      account: { type: CacheType.LRU, size: CACHED },
      code: { type: CacheType.LRU, size: CACHED },
      storage: { type: CacheType.LRU, size: CACHED },
    }),
  });
  if (root !== null) await manager.setStateRoot(root);
  const blockchain = {
    getBlock: async (number: number) => ({ hash: () => hashOf(number) }),
    putBlock: async () => {},
    shallowCopy: () => blockchain,
  };
  const vm = await createVM({ common, stateManager: manager, blockchain });
  return { vm, manager, nodes };
}
