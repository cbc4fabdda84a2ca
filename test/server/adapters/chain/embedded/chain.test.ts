import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { relayAbi } from '#contracts/built/relay.ts';
import { workAbi } from '#contracts/built/work.ts';
import { decodeReturn, encodeCall } from '#server/adapters/chain/abi.ts';
import { openChain } from '#server/adapters/chain/open-chain.ts';
import { BENCH_RELAYER_KEY, BENCH_VERDICT_KEY, mintAction, mintOwner } from '#server/cli/bench/chain-load.ts';
import type { Chain, ChainAction } from '#server/ports/chain.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import {
  awardOf,
  chainIn,
  freshChain,
  intentOf,
  openingOf,
  somebody,
} from '#test/server/adapters/chain/chain-support.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const WORK = parseAddress(ADDRESSES.work);

async function worksOf(chain: Chain, owner: Address): Promise<bigint> {
  const answer = await chain.call(WORK, encodeCall(workAbi, 'balanceOf', [owner]));
  const [balance] = decodeReturn(workAbi, 'balanceOf', answer);
  return typeof balance === 'bigint' ? balance : -1n;
}

function mints(from: number, count: number): readonly ChainAction[] {
  return Array.from({ length: count }, (_, index) => mintAction(from + index));
}

const FIRST_OWNER = mintOwner(0);

describe('the embedded chain', () => {
  test('a batch opens a challenge, awards a laurel and mints a work and an automaton', async () => {
    const { chain } = await freshChain();
    const sent = await chain.send([
      openingOf('race'),
      await awardOf('race', 0, somebody('runner'), chain.chainId),
      mintAction(0),
    ]);
    expect(sent.outcomes).toEqual([
      { intent: intentOf('open race'), ok: true, detail: null },
      { intent: intentOf('award race 0'), ok: true, detail: null },
      { intent: mintAction(0).intent, ok: true, detail: null },
    ]);
    expect(sent.block).toBe(1);
    expect(await chain.height()).toBe(1);
    expect(await worksOf(chain, FIRST_OWNER)).toBe(1n);
    const logs = await chain.logs(0, 1);
    expect(logs.every(({ block, transaction }) => block === 1 && transaction === sent.transaction)).toBe(true);
    expect(logs.map(({ index }) => index)).toEqual([...logs.keys()]);
    expect(logs[0]?.blockHash).toBe(await chain.blockHash(1));
  });

  test('an action that fails says why, stops no other, and may be sent again', async () => {
    const { chain } = await freshChain();
    const early = await awardOf('race', 0, somebody('runner'), chain.chainId);
    const first = await chain.send([early, mintAction(0)]);
    expect(first.outcomes[0]?.ok).toBe(false);
    expect(first.outcomes[0]?.detail).toContain('FrontierChallengeUnknown');
    expect(first.outcomes[1]?.ok).toBe(true);
    const second = await chain.send([openingOf('race'), early]);
    expect(second.outcomes.map(({ ok }) => ok)).toEqual([true, true]);
  });

  test('a signature of another key gives no laurel', async () => {
    const { chain } = await freshChain();
    await chain.send([openingOf('race')]);
    const forged = await awardOf('race', 0, somebody('runner'), chain.chainId + 1);
    const sent = await chain.send([forged]);
    expect(sent.outcomes[0]?.detail).toContain('FrontierInvalidSigner');
  });

  test('a batch sent twice, also over a restart, is done once', async () => {
    const { chain, dataDir } = await freshChain();
    const batch = mints(0, 8);
    await chain.send(batch);
    await chain.send(batch);
    await chain.close();
    const again = await chainIn(dataDir);
    const sent = await again.send(batch);
    expect(sent.outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await worksOf(again, FIRST_OWNER)).toBe(1n);
    expect(await again.height()).toBe(3);
  });

  test('a batch beyond the gas of a transaction fails as a whole and the next one stands', async () => {
    const { chain } = await freshChain();
    await expect(chain.send(mints(0, 100))).resolves.toMatchObject({ block: 1 });
    const wide = Array.from({ length: 100 }, (_, index) => ({
      intent: intentOf(`wide ${index}`),
      to: parseAddress(ADDRESSES.relay),
      data: `0x${'ff'.repeat(6_000)}`,
    }));
    await expect(chain.send(wide)).rejects.toMatchObject({
      code: expect.stringMatching(/^chain\.(batch|transaction)$/),
    });
    await expect(chain.send([])).rejects.toMatchObject({ code: 'chain.batch' });
    const after = await chain.send(mints(200, 2));
    expect(after.outcomes.every(({ ok }) => ok)).toBe(true);
  });

  test('calls leave no trace and say why they were refused', async () => {
    const { chain } = await freshChain();
    const hash = await chain.blockHash(0);
    const run = encodeCall(relayAbi, 'run', [[]]);
    await expect(chain.call(parseAddress(ADDRESSES.relay), run)).rejects.toMatchObject({
      code: 'chain.call',
      message: expect.stringContaining('OwnableUnauthorizedAccount'),
    });
    expect(await chain.blockHash(0)).toBe(hash);
    expect(await chain.blockHash(1)).toBeNull();
  });

  test('the same batches give the same state root whether the chain was restarted in between or not', async () => {
    const roots: unknown[] = [];
    for (const restart of [false, true]) {
      const dataDir = await scratchFolder();
      let chain = await chainIn(dataDir);
      for (let batch = 0; batch < 4; batch++) {
        await chain.send(mints(batch * 5, 5));
        if (!restart) continue;
        await chain.close();
        chain = await chainIn(dataDir);
      }
      const block = await chain.rpc('eth_getBlockByNumber', ['latest', false]);
      roots.push(Object(block)['stateRoot']);
      await chain.close();
    }
    expect(roots[0]).toMatch(/^0x[0-9a-f]{64}$/);
    expect(roots[1]).toBe(roots[0]);
  });

  test('other keys than the ones the chain was begun with are refused', async () => {
    const { chain, dataDir } = await freshChain();
    await chain.close();
    const verdictAddress = addressOfKey(BENCH_VERDICT_KEY);
    const log = () => undefined;
    const otherKey = `0x${keccak256('another chain key')}`;
    await expect(openChain({ dataDir, relayerKey: otherKey, verdictAddress, log })).rejects.toMatchObject({
      code: 'chain.keys',
    });
    const other = { dataDir, relayerKey: BENCH_RELAYER_KEY, verdictAddress: somebody('else'), log };
    await expect(openChain(other)).rejects.toMatchObject({ code: 'chain.keys' });
  });

  test('a file with a node missing is refused loudly and never read as empty', async () => {
    const { chain, dataDir } = await freshChain();
    await chain.send(mints(0, 10));
    await chain.close();
    const database = new DatabaseSync(join(dataDir, 'chain.sqlite'));
    database.exec('DELETE FROM node WHERE length(hash) = 32');
    database.close();
    await expect(chainIn(dataDir)).rejects.toMatchObject({ code: 'chain.torn' });
  });

  test('after closing every question is answered with chain.down', async () => {
    const { chain } = await freshChain();
    await chain.close();
    await chain.close();
    await expect(chain.height()).rejects.toMatchObject({ code: 'chain.down' });
  });
});
