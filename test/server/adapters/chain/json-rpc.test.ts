import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Contract, Interface, JsonRpcProvider, Wallet } from 'ethers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { frontierAbi } from '#contracts/built/frontier.ts';
import { workAbi } from '#contracts/built/work.ts';
import { handleRpc, RPC_BATCH } from '#server/adapters/chain/json-rpc.ts';
import { openChain } from '#server/adapters/chain/open-chain.ts';
import { BENCH_RELAYER_KEY, BENCH_VERDICT_KEY, mintAction } from '#server/cli/bench/chain-load.ts';
import type { Chain, SentBatch } from '#server/ports/chain.ts';
import { Rng } from '#shared/base/rng.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import { awardOf, openingOf, somebody } from './chain-support.ts';

/** Serves a chain over HTTP on this machine, the way the server does it under /rpc. */
async function serve(chain: Chain): Promise<string> {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += String(part);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(await handleRpc(chain, JSON.parse(text))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address() as AddressInfo;
  return `http://127.0.0.1:${address.port}`;
}

/** One chain for all tests of this file: they only read, and the last one adds what no other test counts. */
const dataDir = await mkdtemp(join(tmpdir(), 'dimension-rpc-'));
let chain: Chain;
let sent: SentBatch;

beforeAll(async () => {
  chain = await openChain({
    dataDir,
    relayerKey: BENCH_RELAYER_KEY,
    verdictAddress: addressOfKey(BENCH_VERDICT_KEY),
    log: () => undefined,
  });
  const award = await awardOf('race', 0, somebody('runner'), chain.chainId);
  sent = await chain.send([openingOf('race'), award, mintAction(0), mintAction(1)]);
  await chain.send([mintAction(2)]);
});

afterAll(async () => {
  await chain.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = (chain: Chain, method: string, ...params: unknown[]) =>
  handleRpc(chain, { jsonrpc: '2.0', id: 1, method, params });

describe('JSON-RPC', () => {
  test('ethers reads the chain: contracts, balances, blocks, receipts, logs, fees', async () => {
    const provider = new JsonRpcProvider(await serve(chain), undefined, { batchStallTime: 0, cacheTimeout: -1 });
    onTestFinished(() => provider.destroy());
    const network = await provider.getNetwork();
    expect(Number(network.chainId)).toBe(chain.chainId);
    expect(await provider.getBlockNumber()).toBe(2);
    const work = new Contract(ADDRESSES.work, workAbi, provider);
    const minted = await work.queryFilter('Minted', 0, 'latest');
    expect(minted).toHaveLength(3);
    const laurels = new Contract(ADDRESSES.frontier, frontierAbi, provider);
    expect(await laurels['balanceOf']?.(somebody('runner'))).toBe(1n);
    const receipt = await provider.getTransactionReceipt(sent.transaction);
    expect(receipt?.status).toBe(1);
    expect(receipt?.gasUsed).toBe(BigInt(sent.gasUsed));
    const transaction = await provider.getTransaction(sent.transaction);
    expect(transaction?.to?.toLowerCase()).toBe(ADDRESSES.relay);
    expect(transaction?.hash).toBe(sent.transaction);
    const block = await provider.getBlock(1, true);
    expect(block?.prefetchedTransactions).toHaveLength(1);
    expect(block?.hash).toBe(await chain.blockHash(1));
    expect((await provider.getBlock(block?.hash ?? ''))?.number).toBe(1);
    expect(await provider.getBalance(somebody('runner'))).toBe(0n);
    expect(await provider.getTransactionCount(transaction?.from ?? '')).toBe(2);
    expect((await provider.getCode(ADDRESSES.work)).length).toBeGreaterThan(1_000);
    const fees = await provider.getFeeData();
    expect(fees.gasPrice).toBe(0n);
    await expect(provider.getTransactionReceipt(`0x${'ab'.repeat(32)}`)).resolves.toBeNull();
  });

  test('a refused call carries the contract error, an estimate is enough to run', async () => {
    const provider = new JsonRpcProvider(await serve(chain), undefined, { batchStallTime: 0, cacheTimeout: -1 });
    onTestFinished(() => provider.destroy());
    const laurels = new Contract(ADDRESSES.frontier, frontierAbi, provider);
    await expect(laurels['challengeOf']?.(`0x${'12'.repeat(32)}`)).rejects.toMatchObject({
      revert: { name: 'FrontierChallengeUnknown' },
    });
    const receipt = await provider.getTransactionReceipt(sent.transaction);
    const transaction = await provider.getTransaction(sent.transaction);
    const data = new Interface(workAbi).encodeFunctionData('balanceOf', [somebody('runner')]);
    const estimate = await provider.estimateGas({ to: ADDRESSES.work, from: receipt?.from ?? null, data });
    expect(estimate).toBeGreaterThan(21_000n);
    expect(estimate).toBeLessThan(60_000n);
    expect(transaction?.chainId).toBe(BigInt(chain.chainId));
  });

  test('nobody but the host writes', async () => {
    const wallet = new Wallet(`0x${'77'.repeat(32)}`);
    const form = { to: ADDRESSES.work, chainId: chain.chainId, nonce: 0, gasLimit: 100_000, gasPrice: 0 };
    const raw = await wallet.signTransaction(form);
    expect(await ask(chain, 'eth_sendRawTransaction', raw)).toMatchObject({ error: { code: -32003 } });
    expect(await ask(chain, 'eth_sendRawTransaction', '0xzz')).toMatchObject({ error: { code: -32602 } });
    expect(await ask(chain, 'eth_sendTransaction', form)).toMatchObject({ error: { code: -32601 } });
    expect(await chain.height()).toBe(2);
  });

  test('logs are filtered by address and topics and bounded in range', async () => {
    const event = new Interface(workAbi).getEvent('Minted')?.topicHash;
    const logs = async (filter: object) => Object(await ask(chain, 'eth_getLogs', filter));
    const all = { fromBlock: '0x0', toBlock: 'latest' };
    expect((await logs({ ...all, address: ADDRESSES.work, topics: [event] })).result).toHaveLength(3);
    expect((await logs({ ...all, topics: [[event, `0x${'00'.repeat(32)}`]] })).result).toHaveLength(3);
    expect((await logs({ ...all, topics: [null, `0x${'11'.repeat(32)}`, null, null] })).result).toHaveLength(0);
    expect((await logs({ blockHash: await chain.blockHash(2), topics: [event] })).result).toHaveLength(1);
    expect((await logs({ fromBlock: '0x2', toBlock: '0xffffff', topics: [event] })).result).toHaveLength(1);
    expect((await logs({ blockHash: `0x${'00'.repeat(32)}` })).error.code).toBe(-32005);
  });

  test('a call that calls and calls is ended after a few hundred frames', async () => {
    // An endless loop of STATICCALLs to a large contract: 9 CPU seconds before calls were counted.
    const loop = `0x5b5f5f60045f73${ADDRESSES.frontier.slice(2)}610400fa505f56`;
    expect(await ask(chain, 'eth_call', { data: loop })).toMatchObject({
      error: { code: -32000, message: expect.stringContaining('more than a question') },
    });
    expect(await ask(chain, 'eth_blockNumber')).toMatchObject({ result: '0x2' });
  });

  test('parameters nested without end are refused and cost nothing', async () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 5_000; level++) deep = [deep];
    expect(await ask(chain, 'eth_call', deep)).toMatchObject({ error: { code: -32600 } });
    await expect(chain.rpc('eth_call', [() => 'not data'])).rejects.toMatchObject({ code: 'rpc.params' });
  });

  test('old state is refused, not guessed', async () => {
    expect(await ask(chain, 'eth_getBalance', ADDRESSES.work, '0x1')).toMatchObject({ error: { code: -32000 } });
    expect(await ask(chain, 'eth_getBalance', ADDRESSES.work, '0x2')).toMatchObject({ result: '0x0' });
    expect(await ask(chain, 'eth_getBlockByNumber', '0xffff', false)).toMatchObject({ result: null });
    expect(await ask(chain, 'eth_feeHistory', '0x5', 'latest', [50])).toMatchObject({ result: { oldestBlock: '0x0' } });
  });

  test('envelopes: batches, notifications, and what is no request', async () => {
    const call = { jsonrpc: '2.0', id: 7, method: 'eth_blockNumber' };
    expect(await handleRpc(chain, [call, { ...call, id: 'x' }])).toEqual([
      { jsonrpc: '2.0', id: 7, result: '0x2' },
      { jsonrpc: '2.0', id: 'x', result: '0x2' },
    ]);
    expect(await handleRpc(chain, { jsonrpc: '2.0', method: 'eth_blockNumber' })).toBeNull();
    expect(await handleRpc(chain, undefined)).toMatchObject({ error: { code: -32700 } });
    const tooMany = Array.from({ length: RPC_BATCH + 1 }, () => call);
    for (const body of [null, 5, 'x', [], {}, { ...call, params: {} }, { ...call, jsonrpc: '1.0' }, tooMany])
      expect(await handleRpc(chain, body)).toMatchObject({ error: { code: -32600 } });
  });

  test('random parameters to every method give an answer or an error object, and the chain lives on', async () => {
    const rng = new Rng('rpc fuzz');
    const methods = ['eth_call', 'eth_estimateGas', 'eth_getLogs', 'eth_getBlockByNumber', 'eth_getBlockByHash'].concat(
      ['eth_getBalance', 'eth_getCode', 'eth_getTransactionCount', 'eth_feeHistory', 'eth_getTransactionByHash'],
      ['eth_getTransactionReceipt', 'eth_sendRawTransaction', '__proto__', 'constructor', 'toString'],
    );
    const atoms: readonly unknown[] = [
      null,
      true,
      -1,
      1e300,
      '',
      '0x',
      '0xg',
      `0x${'f'.repeat(64)}`,
      'latest',
      [],
      {},
    ].concat(
      [
        ADDRESSES.work,
        '0x0',
        `0x${'f'.repeat(32)}`,
        [[[[]]]],
        { to: ADDRESSES.work },
        { data: `0x${'60'.repeat(99)}` },
      ],
      [
        { to: ADDRESSES.relay, data: '0x1', gas: '0xffffffffff' },
        { fromBlock: '0x0', topics: [null, null, 5] },
      ],
      [{ value: '0x1', to: ADDRESSES.work }, { data: '0x5b600056' }, { blockHash: 7 }, { address: [] }],
    );
    for (let round = 0; round < 400; round++) {
      const params = Array.from({ length: rng.int(0, 3) }, () => rng.pick(atoms));
      const answer = Object(await ask(chain, rng.pick(methods), ...params));
      expect(answer.jsonrpc).toBe('2.0');
      if (answer.error === undefined) continue;
      expect(typeof answer.error.message).toBe('string');
      expect(answer.error.code).not.toBe(-32603);
    }
    expect(await ask(chain, 'eth_blockNumber')).toMatchObject({ result: '0x2' });
    expect((await chain.send([mintAction(3)])).outcomes[0]?.ok).toBe(true);
  });

  test('a call that the engine itself cannot run is an error and harms nothing', async () => {
    for (const heavy of ['05', '08', '0a', '11', '0100']) {
      const call = { to: `0x${heavy.padStart(40, '0')}`, data: `0x${'00'.repeat(192)}` };
      expect(await ask(chain, 'eth_call', call)).toMatchObject({ error: { code: -32000 } });
    }
    expect(await ask(chain, 'eth_getTransactionCount', somebody('runner'))).toMatchObject({ result: '0x0' });
    expect((await chain.send([mintAction(2)])).outcomes[0]?.ok).toBe(true);
  });
});
