/** The thread in which the embedded chain lives: opens its file, then answers one question at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { explainRevert } from '#server/adapters/chain/revert.ts';
import type { ChainLog } from '#server/ports/chain.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { openChainDatabase } from './database.ts';
import { Engine } from './engine.ts';
import { bytesOf, dataHex } from './hex.ts';
import type { ChainAnswer, ChainFault, ChainQuestions, ChainRequest } from './messages.ts';
import { Rpc } from './rpc.ts';
import { CALL_GAS } from './rules.ts';
import { Sender } from './sender.ts';
import { Serial } from './serial.ts';

/** Read-only questions that may wait; more are refused so that a flood cannot fill the memory. */
const MOST_READS = 128;
/** Blocks one question for logs may span. */
const MOST_BLOCKS = 200;

const threadData = z.strictObject({
  path: z.string(),
  relayerKey: z.string(),
  relayer: z.string(),
  verdictSigner: z.string(),
});

const port = parentPort;
if (port === null) throw new DimensionError('chain.thread', 'This file is the entry of a worker thread.');
const say = (answer: ChainAnswer) => port.postMessage(answer);

try {
  const { path, relayerKey, relayer, verdictSigner } = threadData.parse(workerData);
  const database = openChainDatabase(path);
  const engine = await Engine.open(database, { relayer, verdictSigner }, Date.now());
  const sender = new Sender(engine, relayerKey, relayer);
  const rpc = new Rpc(engine);
  const serial = new Serial();
  const answer = async (request: ChainRequest): Promise<ChainQuestions[ChainRequest['question']]['out']> => {
    switch (request.question) {
      case 'send':
        return serial.run('write', () => sender.send(request.input, Date.now()));
      case 'height':
        return engine.head().number;
      case 'blockHash': {
        const block = engine.ledger.byNumber(request.input);
        return block === null ? null : dataHex(block.hash);
      }
      case 'logs':
        return logsOf(engine, request.input.from, request.input.to);
      case 'call':
        return serial.run('house', () => call(engine, request.input.to, request.input.data));
      case 'rpc':
        return read(serial, () => rpc.answer(request.input.method, request.input.params));
      case 'close':
        await serial.drained();
        database.close();
        return null;
    }
  };
  port.on('message', (request: ChainRequest) => {
    answer(request).then(
      (value) => {
        say({ kind: 'answer', id: request.id, value });
        if (request.question === 'close') port.close();
      },
      (error: unknown) => say({ kind: 'fault', id: request.id, error: faultOf(error) }),
    );
  });
  say({ kind: 'open' });
} catch (error) {
  say({ kind: 'shut', error: faultOf(error) });
}

function read<T>(serial: Serial, task: () => Promise<T>): Promise<T> {
  if (serial.waiting('read') >= MOST_READS)
    return Promise.reject(new DimensionError('rpc.busy', 'Too many questions wait for the chain; ask again soon.'));
  return serial.run('read', task);
}

async function call(engine: Engine, to: string, data: string): Promise<string> {
  const result = await engine.call({ from: null, to: bytesOf(to), data: bytesOf(data), gas: CALL_GAS });
  if (result.ok) return dataHex(result.data);
  throw new DimensionError('chain.call', `The contract refused the call: ${explainRevert(dataHex(result.data))}.`, {
    to,
    failure: result.failure,
  });
}

function logsOf(engine: Engine, from: number, to: number): readonly ChainLog[] {
  if (to - from >= MOST_BLOCKS)
    throw new DimensionError('chain.range', `Logs are given for at most ${MOST_BLOCKS} blocks at once.`, { from, to });
  const logs: ChainLog[] = [];
  for (const block of engine.ledger.range(from, to)) {
    const transaction = block.transactionHash === null ? '0x' : dataHex(block.transactionHash);
    for (const [index, [address, topics, data]] of block.body().logs.entries()) {
      logs.push({
        address: parseAddress(dataHex(address)),
        topics: topics.map(dataHex),
        data: dataHex(data),
        block: block.number,
        blockHash: dataHex(block.hash),
        transaction,
        index,
      });
    }
  }
  return logs;
}

function faultOf(error: unknown): ChainFault {
  if (isDimensionError(error)) return { code: error.code, sentence: error.message, facts: error.facts };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'chain.fault', sentence: 'The chain broke on this question; nothing was changed.', facts: { detail } };
}
