import { createMPT } from '@ethereumjs/mpt';
import { MerkleStateManager } from '@ethereumjs/statemanager';
import { Address } from '@ethereumjs/util';
import { expect, test } from 'vitest';
import { openChainDatabase } from '#server/adapters/chain/embedded/database.ts';
import { NodeStore } from '#server/adapters/chain/embedded/node-store.ts';
import { EMPTY_ROOT } from '#server/adapters/chain/embedded/trie.ts';
import { WorldState } from '#server/adapters/chain/embedded/world-state.ts';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';

const ADDRESSES = Array.from({ length: 12 }, (_, index) => new Address(fromHex(keccak256(`${index}`).slice(24))));
const SLOTS = Array.from({ length: 40 }, (_, index) => fromHex(keccak256(`slot ${index}`)));

/** What the steps below need of a state manager. */
interface Managed {
  getAccount(address: Address): Promise<{ readonly nonce: bigint; readonly balance: bigint } | undefined>;
  modifyAccountFields(address: Address, fields: { nonce?: bigint; balance?: bigint }): Promise<void>;
  putStorage(address: Address, key: Uint8Array, value: Uint8Array): Promise<void>;
  putCode(address: Address, code: Uint8Array): Promise<void>;
}

/** The same random step on any state manager. */
async function step(state: Managed, rng: Rng): Promise<void> {
  const address = rng.pick(ADDRESSES);
  const { nonce, balance } = (await state.getAccount(address)) ?? { nonce: 0n, balance: 0n };
  const kind = rng.int(0, 9);
  const slot = rng.pick(SLOTS);
  const value = rng.bytes(rng.int(0, 32));
  if (kind < 2)
    await state.modifyAccountFields(address, { nonce: nonce + 1n, balance: balance + BigInt(rng.int(0, 9)) });
  else if (kind === 2 && nonce > 0n) await state.putCode(address, rng.bytes(50));
  else if (nonce > 0n) await state.putStorage(address, slot, rng.chance(0.3) ? new Uint8Array(0) : value);
}

test('the world state has the roots of MerkleStateManager through checkpoints, commits and reverts', async () => {
  const database = openChainDatabase(':memory:');
  const nodes = new NodeStore(database);
  const ours = new WorldState(nodes, EMPTY_ROOT);
  const theirs = new MerkleStateManager({ trie: await createMPT({ useKeyHashing: true }) });
  const rng = new Rng('world state');
  for (let block = 0; block < 10; block++) {
    for (const state of [ours, theirs]) {
      const same = rng.fork(block);
      await state.checkpoint();
      for (let index = 0; index < 20; index++) {
        await state.checkpoint();
        for (let inner = 0; inner < 4; inner++) await step(state, same);
        if (same.chance(0.4)) await state.revert();
        else await state.commit();
      }
      await state.commit();
    }
    const root = await ours.getStateRoot();
    expect(toHex(root)).toBe(toHex(await theirs.getStateRoot()));
    nodes.write();
    nodes.settle();
    // From the file alone everything must read the same.
    const fresh = new WorldState(new NodeStore(database), root);
    for (const address of ADDRESSES) {
      expect(toHex(await fresh.getCode(address))).toBe(toHex(await theirs.getCode(address)));
      expect((await fresh.getAccount(address))?.nonce).toBe((await theirs.getAccount(address))?.nonce);
      const slot = rng.pick(SLOTS);
      expect(toHex(await fresh.getStorage(address, slot))).toBe(toHex(await theirs.getStorage(address, slot)));
    }
  }
  database.close();
});

test('deleting an account takes its storage with it and comes back with a revert', async () => {
  const database = openChainDatabase(':memory:');
  const state = new WorldState(new NodeStore(database), EMPTY_ROOT);
  const [address = Address.prototype] = ADDRESSES;
  const [slot = EMPTY_ROOT] = SLOTS;
  await state.modifyAccountFields(address, { nonce: 1n });
  await state.putStorage(address, slot, Uint8Array.of(5));
  await state.getStateRoot();
  await state.checkpoint();
  await state.deleteAccount(address);
  expect(await state.getAccount(address)).toBeUndefined();
  expect(await state.getStorage(address, slot)).toEqual(new Uint8Array(0));
  await state.revert();
  expect(await state.getStorage(address, slot)).toEqual(Uint8Array.of(5));
  database.close();
});
