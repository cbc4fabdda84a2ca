/** The JSON-RPC methods of the embedded chain: what wallets, explorers and ethers need to read it. Nothing writes. */
import { createTx } from '@ethereumjs/tx';
import { z } from 'zod';
import { explainRevert } from '#server/adapters/chain/revert.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Engine } from './engine.ts';
import { bytesOf, dataHex, quantity } from './hex.ts';
import type { LedgerBlock } from './ledger.ts';
import { blockForm, receiptForm, transactionForm } from './rpc-forms.ts';
import { logsMatching } from './rpc-logs.ts';
import {
  address,
  anyHexData,
  type BlockTag,
  blockTag,
  type CallObject,
  callObject,
  hash,
  hexCount,
  logFilter,
  parameters,
} from './rpc-parameters.ts';
import { CALL_GAS, CHAIN_ID, TRANSACTION_GAS } from './rules.ts';

const CLIENT = 'AutonomousDimension/1/embedded';
const FEE_HISTORY_BLOCKS = 64;

type Method = (raw: readonly unknown[]) => unknown;

/** Answers one method at a time. */
export class Rpc {
  readonly #engine: Engine;
  readonly #methods: ReadonlyMap<string, Method>;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#methods = new Map([...this.#chainMethods(), ...this.#stateMethods(), ...this.#blockMethods()]);
  }

  /** @throws DimensionError `rpc.method`, `rpc.params`, `rpc.reverted`, `rpc.history`, `rpc.range`, `rpc.refused` */
  async answer(method: string, raw: readonly unknown[]): Promise<unknown> {
    const answer = this.#methods.get(method);
    if (answer === undefined)
      throw new DimensionError('rpc.method', 'This chain does not know that method.', { method: method.slice(0, 64) });
    return answer(raw);
  }

  #chainMethods(): [string, Method][] {
    const head = () => this.#engine.head();
    return [
      ['eth_chainId', () => quantity(CHAIN_ID)],
      ['net_version', () => String(CHAIN_ID)],
      ['web3_clientVersion', () => CLIENT],
      ['eth_blockNumber', () => quantity(head().number)],
      ['eth_syncing', () => false],
      ['eth_accounts', () => []],
      ['eth_gasPrice', () => '0x0'],
      ['eth_maxPriorityFeePerGas', () => '0x0'],
      ['eth_feeHistory', (raw) => this.#feeHistory(raw)],
      ['eth_sendRawTransaction', (raw) => this.#refuse(raw)],
    ];
  }

  #stateMethods(): [string, Method][] {
    return [
      ['eth_getBalance', async (raw) => quantity((await this.#account(raw)).balance)],
      ['eth_getTransactionCount', async (raw) => quantity((await this.#account(raw)).nonce)],
      [
        'eth_getCode',
        async (raw) => {
          const [of, tag] = parameters(raw, address, blockTag);
          this.#mustBeLatest(tag);
          return dataHex(await this.#engine.code(bytesOf(of)));
        },
      ],
      [
        'eth_call',
        async (raw) => {
          const [request, tag] = parameters(raw, callObject, blockTag);
          this.#mustBeLatest(tag);
          return dataHex((await this.#run(request)).data);
        },
      ],
      [
        'eth_estimateGas',
        async (raw) => {
          const [request, tag] = parameters(raw, callObject, blockTag);
          this.#mustBeLatest(tag);
          return quantity((await this.#run(request)).gas);
        },
      ],
    ];
  }

  #blockMethods(): [string, Method][] {
    const { ledger } = this.#engine;
    const block = (found: LedgerBlock | null, whole: boolean) =>
      found === null ? null : blockForm(this.#engine, found, whole);
    const wholeOrHash = z.boolean().nullish();
    return [
      [
        'eth_getBlockByNumber',
        (raw) => {
          const [tag, whole] = parameters(raw, blockTag, wholeOrHash);
          return block(this.#find(tag), whole === true);
        },
      ],
      [
        'eth_getBlockByHash',
        (raw) => {
          const [of, whole] = parameters(raw, hash, wholeOrHash);
          return block(ledger.byHash(bytesOf(of)), whole === true);
        },
      ],
      [
        'eth_getTransactionByHash',
        (raw) => {
          const found = ledger.byTransaction(bytesOf(parameters(raw, hash)[0]));
          return found === null ? null : transactionForm(this.#engine, found);
        },
      ],
      [
        'eth_getTransactionReceipt',
        (raw) => {
          const found = ledger.byTransaction(bytesOf(parameters(raw, hash)[0]));
          return found === null ? null : receiptForm(this.#engine, found);
        },
      ],
      [
        'eth_getLogs',
        (raw) => {
          const [filter] = parameters(raw, logFilter);
          return logsMatching(this.#engine, filter, (tag) => this.#find(tag)?.number ?? this.#numberOf(tag));
        },
      ],
    ];
  }

  async #account(raw: readonly unknown[]) {
    const [of, tag] = parameters(raw, address, blockTag);
    this.#mustBeLatest(tag);
    return this.#engine.account(bytesOf(of));
  }

  async #run(request: CallObject): Promise<{ readonly data: Uint8Array; readonly gas: bigint }> {
    if (request.value !== null && request.value !== undefined && BigInt(request.value) !== 0n)
      throw new DimensionError('rpc.params', 'There is no coin on this chain: a call carries no value.');
    const to = request.to ?? null;
    const data = bytesOf(request.input ?? request.data ?? '0x');
    const gas = request.gas === null || request.gas === undefined ? CALL_GAS : BigInt(request.gas);
    const from = request.from ?? null;
    const result = await this.#engine.call({
      from: from === null ? null : bytesOf(from),
      to: to === null ? null : bytesOf(to),
      data,
      gas,
    });
    if (!result.ok) {
      const revert = dataHex(result.data);
      const reason = result.data.length === 0 ? (result.failure ?? 'no reason given') : explainRevert(revert);
      throw new DimensionError('rpc.reverted', `execution reverted: ${reason}`, { data: revert });
    }
    const transaction = createTx(
      { type: 2, ...(to === null ? {} : { to: bytesOf(to) }), data, gasLimit: TRANSACTION_GAS },
      { common: this.#engine.common },
    );
    // A fifth more than it took: refunds come only after the fact, and an inner call gets 63 of 64 parts.
    return { data: result.data, gas: ((result.gasUsed + transaction.getIntrinsicGas()) * 6n) / 5n };
  }

  #feeHistory(raw: readonly unknown[]): unknown {
    const [count, tag] = parameters(raw, z.union([hexCount, z.number().int().min(0)]), blockTag, z.unknown());
    const newest = this.#find(tag)?.number ?? this.#engine.head().number;
    const blocks = Math.min(Number(count), FEE_HISTORY_BLOCKS, newest + 1);
    const zeros = (length: number) => Array<string>(length).fill('0x0');
    return {
      oldestBlock: quantity(newest - blocks + 1),
      baseFeePerGas: zeros(blocks + 1),
      gasUsedRatio: Array<number>(blocks).fill(0),
      reward: Array.from({ length: blocks }, () => zeros(1)),
    };
  }

  #refuse(raw: readonly unknown[]): never {
    parameters(raw, anyHexData);
    throw new DimensionError('rpc.refused', 'Only the host writes on this chain; ask through the world instead.');
  }

  #mustBeLatest(tag: BlockTag): void {
    const block = this.#find(tag);
    if (block === null || block.number !== this.#engine.head().number)
      throw new DimensionError('rpc.history', 'Only the latest state is kept on this chain.');
  }

  #find(tag: BlockTag): LedgerBlock | null {
    if (typeof tag === 'object' && 'blockHash' in tag) return this.#engine.ledger.byHash(bytesOf(tag.blockHash));
    const number = this.#numberOf(tag);
    return number === this.#engine.head().number ? this.#engine.head() : this.#engine.ledger.byNumber(number);
  }

  #numberOf(tag: BlockTag): number {
    if (tag === 'earliest') return 0;
    if (typeof tag === 'object') return 'blockNumber' in tag ? bounded(tag.blockNumber) : -1;
    return tag.startsWith('0x') ? bounded(tag) : this.#engine.head().number;
  }
}

/** Block numbers beyond what a number can hold are simply not there yet. */
function bounded(text: string): number {
  return Math.min(Number(BigInt(text)), Number.MAX_SAFE_INTEGER);
}
