/** The EVM over the state in SQLite. */
import type { DatabaseSync } from 'node:sqlite';
import type { Common } from '@ethereumjs/common';
import { createVM, type VM } from '@ethereumjs/vm';
import { NodeStore } from './node-store.ts';
import { EMPTY_ROOT } from './trie.ts';
import { WorldState } from './world-state.ts';

/** An EVM, the state it works on and the nodes below. */
export interface ChainState {
  readonly vm: VM;
  readonly world: WorldState;
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
  const world = new WorldState(nodes, root ?? EMPTY_ROOT);
  if (root !== null) await world.hasStateRoot(root);
  const blockchain = {
    getBlock: async (number: number) => ({ hash: () => hashOf(number) }),
    putBlock: async () => {},
    shallowCopy: () => blockchain,
  };
  const vm = await createVM({ common, stateManager: world, blockchain });
  return { vm, world, nodes };
}
