import { createTx } from '@ethereumjs/tx';
import { expect, test } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { checkChain } from '#server/adapters/chain/embedded/check.ts';
import { openChainDatabase } from '#server/adapters/chain/embedded/database.ts';
import { Engine } from '#server/adapters/chain/embedded/engine.ts';
import { CHAIN_ID, TRANSACTION_GAS } from '#server/adapters/chain/embedded/rules.ts';
import { Sender } from '#server/adapters/chain/embedded/sender.ts';
import { BENCH_RELAYER_KEY, BENCH_VERDICT_KEY, mintAction } from '#server/cli/bench/chain-load.ts';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';

const KEYS = { relayer: addressOfKey(BENCH_RELAYER_KEY), verdictSigner: addressOfKey(BENCH_VERDICT_KEY) };

async function freshEngine() {
  const database = openChainDatabase(':memory:');
  const engine = await Engine.open(database, KEYS, 1_000);
  return { database, engine, sender: new Sender(engine, BENCH_RELAYER_KEY, KEYS.relayer) };
}

test('a block that the file has no room for leaves no trace, and the next one stands', async () => {
  const { database, engine, sender } = await freshEngine();
  await sender.send([mintAction(0)], 2_000);
  const before = toHex(engine.head().hash);
  const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
  database.exec(`PRAGMA max_page_count = ${pages + 1}`);
  const many = Array.from({ length: 50 }, (_, index) => mintAction(index + 1));
  await expect(sender.send(many, 3_000)).rejects.toMatchObject({ code: 'chain.fault' });
  expect(toHex(engine.head().hash)).toBe(before);
  expect((await engine.account(fromHex(KEYS.relayer))).nonce).toBe(1n);
  database.exec('PRAGMA max_page_count = 100000');
  const sent = await sender.send(many, 4_000);
  expect(sent.outcomes.every(({ ok }) => ok)).toBe(true);
  const check = checkChain(database);
  expect(check.blocks).toBe(3);
  expect(check.rows).toBe(check.reachable);
  database.close();
});

test('what is wrong with a transaction before it runs is its own fault and changes nothing', async () => {
  const { database, engine } = await freshEngine();
  const form = { type: 2, chainId: CHAIN_ID, maxFeePerGas: 0, maxPriorityFeePerGas: 0, to: fromHex(ADDRESSES.work) };
  const signed = (nonce: number, gasLimit: bigint) =>
    createTx({ ...form, nonce, gasLimit }, { common: engine.common as never }).sign(
      fromHex(keccak256('a stranger')),
    ) as never;
  const refused = { code: 'chain.transaction' };
  await expect(engine.include(signed(1, TRANSACTION_GAS), 2_000)).rejects.toMatchObject(refused);
  await expect(engine.include(signed(0, 20_999n), 2_000)).rejects.toMatchObject(refused);
  expect(engine.head().number).toBe(0);
  // A call to a contract without data reverts; it is a block all the same.
  expect((await engine.include(signed(0, TRANSACTION_GAS), 2_000)).succeeded).toBe(false);
  expect(engine.head().number).toBe(1);
  database.close();
});
