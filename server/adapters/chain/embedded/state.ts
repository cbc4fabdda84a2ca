/** The EVM over the state in SQLite. */
import type { DatabaseSync } from 'node:sqlite';
import type { Common } from '@ethereumjs/common';
import { createVM, type VM } from '@ethereumjs/vm';
import { DimensionError } from '#shared/base/errors.ts';
import { NodeStore } from './node-store.ts';
import { LEFT_OUT } from './rules.ts';
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
  const customPrecompiles = LEFT_OUT.map((address) => ({ address, function: leftOut }));
  const vm = await createVM({
    ...{ common, stateManager: world, blockchain },
    evmOpts: { common, stateManager: world, blockchain, customPrecompiles },
  });
  return { vm, world, nodes };
}

/** Failing loudly: a contract must never take the silence of a missing precompile for success. */
function leftOut(): never {
  throw new DimensionError('chain.call', 'This chain leaves out the precompiled contracts that cost too much time.');
}
