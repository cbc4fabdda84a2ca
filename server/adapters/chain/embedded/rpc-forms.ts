/** Blocks, transactions, receipts and logs in the form JSON-RPC clients read. */
import { createTxFromRLP, type TypedTransaction } from '@ethereumjs/tx';
import type { Engine } from './engine.ts';
import { dataHex, quantity } from './hex.ts';
import type { LedgerBlock } from './ledger.ts';
import type { RawLog } from './packing.ts';

/** The transaction of a block as it was signed, or null for genesis. */
function transactionIn(engine: Engine, block: LedgerBlock): TypedTransaction | null {
  const raw = block.body().transaction;
  if (raw.length === 0) return null;
  return createTxFromRLP(raw, { common: engine.common });
}

/** eth_getBlockBy…: with the whole transaction or only its hash. */
export function blockForm(engine: Engine, block: LedgerBlock, whole: boolean): Record<string, unknown> {
  const { header } = block;
  const transaction = whole ? transactionForm(engine, block) : block.transactionHash && dataHex(block.transactionHash);
  return {
    ...header.toJSON(),
    number: quantity(block.number),
    hash: dataHex(block.hash),
    receiptsRoot: dataHex(header.receiptTrie),
    transactionsRoot: dataHex(header.transactionsTrie),
    sha3Uncles: dataHex(header.uncleHash),
    miner: header.coinbase.toString(),
    totalDifficulty: '0x0',
    size: quantity(header.serialize().length),
    uncles: [],
    withdrawals: [],
    transactions: transaction === null ? [] : [transaction],
  };
}

/** eth_getTransactionByHash, or null for genesis. */
export function transactionForm(engine: Engine, block: LedgerBlock): Record<string, unknown> | null {
  const transaction = transactionIn(engine, block);
  if (transaction === null || block.sender === null) return null;
  const { data, gasLimit, ...json } = transaction.toJSON();
  return {
    ...json,
    input: data,
    gas: gasLimit,
    gasPrice: '0x0',
    yParity: json.v,
    from: dataHex(block.sender),
    to: transaction.to === undefined ? null : transaction.to.toString(),
    hash: dataHex(transaction.hash()),
    ...placeOf(block),
  };
}

/** eth_getTransactionReceipt, or null for genesis. */
export function receiptForm(engine: Engine, block: LedgerBlock): Record<string, unknown> | null {
  const transaction = transactionIn(engine, block);
  if (transaction === null || block.sender === null) return null;
  const { transactionHash, ...place } = { ...placeOf(block), transactionHash: dataHex(transaction.hash()) };
  return {
    ...place,
    transactionHash,
    type: quantity(transaction.type),
    status: block.succeeded ? '0x1' : '0x0',
    from: dataHex(block.sender),
    to: transaction.to === undefined ? null : transaction.to.toString(),
    contractAddress: block.created === null ? null : dataHex(block.created),
    gasUsed: quantity(block.header.gasUsed),
    cumulativeGasUsed: quantity(block.header.gasUsed),
    effectiveGasPrice: '0x0',
    logsBloom: dataHex(block.header.logsBloom),
    logs: block.body().logs.map((log, index) => logForm(block, log, index)),
  };
}

/** One log of eth_getLogs. */
export function logForm(block: LedgerBlock, log: RawLog, index: number): Record<string, unknown> {
  const [address, topics, data] = log;
  return {
    ...placeOf(block),
    transactionHash: block.transactionHash === null ? null : dataHex(block.transactionHash),
    address: dataHex(address),
    topics: topics.map(dataHex),
    data: dataHex(data),
    logIndex: quantity(index),
    removed: false,
  };
}

function placeOf(block: LedgerBlock) {
  return { blockHash: dataHex(block.hash), blockNumber: quantity(block.number), transactionIndex: '0x0' };
}
