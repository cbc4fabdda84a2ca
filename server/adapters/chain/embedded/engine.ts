/** The embedded chain itself: genesis, one transaction a block, read-only calls. One at a time: the caller serialises. */
import { performance } from 'node:perf_hooks';
import type { DatabaseSync } from 'node:sqlite';
import { type BlockHeader, createBlock, createBlockHeader, genTransactionsTrieRoot } from '@ethereumjs/block';
import type { Common } from '@ethereumjs/common';
import { createMPT } from '@ethereumjs/mpt';
import type { TypedTransaction } from '@ethereumjs/tx';
import { Address as EvmAddress } from '@ethereumjs/util';
import { encodeReceipt, type RunTxResult, runTx } from '@ethereumjs/vm';
import type { HostKeys } from '#contracts/built/genesis.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { inTransaction, readFact, writeFact } from './database.ts';
import { genesisName, layGenesis } from './genesis.ts';
import { Ledger, type LedgerBlock, type NewBlock } from './ledger.ts';
import { BLOCK_GAS, CALL_FRAMES, CALL_GAS, CALL_MS, chainRules } from './rules.ts';
import { type ChainState, openState } from './state.ts';

/** What a read-only call came to. */
export interface CallResult {
  readonly ok: boolean;
  /** Return data, or revert data when not ok. */
  readonly data: Uint8Array;
  readonly gasUsed: bigint;
  /** The EVM's own word for the failure, or null. */
  readonly failure: string | null;
}

/** A read-only call: `from` may be anybody. */
export interface CallRequest {
  readonly from: Uint8Array | null;
  /** Null makes a contract. */
  readonly to: Uint8Array | null;
  readonly data: Uint8Array;
  readonly gas: bigint;
}

/** The chain on an open database. After a failure that is not the transaction's own fault the state is read again. */
export class Engine {
  readonly ledger: Ledger;
  readonly #database: DatabaseSync;
  readonly #common: Common;
  #state: ChainState;
  #head: LedgerBlock;
  /** True while the state in memory may not be the one of the head: then it is read again before anything else. */
  #unsound = false;

  private constructor(database: DatabaseSync, common: Common, ledger: Ledger, state: ChainState, head: LedgerBlock) {
    this.#database = database;
    this.#common = common;
    this.ledger = ledger;
    this.#state = state;
    this.#head = head;
  }

  /**
   * Opens the chain in the database, or lays its first block, whose contracts know the accounts of the host's keys.
   * @throws DimensionError `chain.keys` when the chain was begun with other keys, `chain.contracts` when it was begun
   * with other contracts, `chain.torn`, `chain.genesis`
   */
  static async open(database: DatabaseSync, keys: HostKeys, nowMs: number): Promise<Engine> {
    const common = chainRules();
    const ledger = new Ledger(database, common);
    const head = ledger.last();
    if (head !== null) checkGenesis(database, keys);
    const state = await openState(database, common, head?.header.stateRoot ?? null, (number) => hashOf(ledger, number));
    if (head !== null) return new Engine(database, common, ledger, state, head);
    await layGenesis(state.vm, keys);
    const stateRoot = await state.world.getStateRoot();
    const seconds = BigInt(Math.floor(nowMs / 1000));
    const header = createBlockHeader(
      { number: 0, stateRoot, timestamp: seconds, gasLimit: BLOCK_GAS, baseFeePerGas: 0n, difficulty: 0n },
      { common },
    );
    const none = { transactionHash: null, sender: null, created: null, succeeded: true };
    const first = { number: 0, hash: header.hash(), header, ...none, content: { transaction: NONE, logs: [] } };
    const kept = keep(database, ledger, state, first, () => {
      writeFact(database, 'relayer', keys.relayer);
      writeFact(database, 'verdict', keys.verdictSigner);
      writeFact(database, 'genesis', genesisName(keys));
    });
    return new Engine(database, common, ledger, state, kept);
  }

  get common(): Common {
    return this.#common;
  }

  head(): LedgerBlock {
    return this.#head;
  }

  /**
   * Runs one signed transaction and makes it the next block, durable when this resolves. A transaction whose call
   * reverted is in a block too, with `succeeded` false.
   * @throws DimensionError `chain.transaction` when it can never stand in the next block (nonce, too little gas),
   * `chain.fault` when the engine or its file failed; either way nothing changed
   */
  async include(transaction: TypedTransaction, nowMs: number): Promise<LedgerBlock> {
    await this.#sound();
    await this.#check(transaction);
    this.#unsound = true;
    try {
      const draft = this.#nextHeader(nowMs);
      const block = createBlock({ header: draft, withdrawals: [] }, { common: this.#common });
      const result = await runTx(this.#state.vm, { tx: transaction, block });
      const made = await this.#seal(draft, transaction, result);
      this.#head = keep(this.#database, this.ledger, this.#state, made);
      this.#unsound = false;
      return this.#head;
    } catch (error) {
      throw faultOf(error);
    }
  }

  /**
   * Runs a call on the latest state and leaves no trace.
   * @throws DimensionError `chain.call` for what this engine cannot run at all
   */
  async call(request: CallRequest): Promise<CallResult> {
    await this.#sound();
    const { vm, world } = this.#state;
    const header = this.#nextHeader(Number(this.#head.header.timestamp) * 1000);
    const block = createBlock({ header, withdrawals: [] }, { common: this.#common });
    const bound = boundedFrames();
    this.#unsound = true;
    vm.evm.events?.on('beforeMessage', bound);
    try {
      await vm.evm.journal.cleanup();
      await vm.evm.journal.checkpoint();
      const { execResult } = await vm.evm.runCall({
        caller: new EvmAddress(request.from ?? new Uint8Array(20)),
        ...(request.to === null ? {} : { to: new EvmAddress(request.to) }),
        data: request.data,
        gasLimit: boundedGas(request.gas),
        block,
      });
      await vm.evm.journal.revert();
      vm.evm.journal.cleanJournal();
      world.forgetChanges();
      this.#unsound = false;
      const failure = execResult.exceptionError?.error ?? null;
      return { ok: failure === null, data: execResult.returnValue, gasUsed: execResult.executionGasUsed, failure };
    } catch (error) {
      // Not the contract but the EVM itself gave up, at an unknown depth: only reading the state again is safe.
      if (error instanceof DimensionError) throw error;
      throw new DimensionError('chain.call', 'This chain cannot run such a call.', { why: String(error) }, error);
    } finally {
      vm.evm.events?.off('beforeMessage', bound);
    }
  }

  async account(address: Uint8Array): Promise<{ readonly nonce: bigint; readonly balance: bigint }> {
    await this.#sound();
    const account = await this.#state.world.getAccount(new EvmAddress(address));
    return { nonce: account?.nonce ?? 0n, balance: account?.balance ?? 0n };
  }

  async code(address: Uint8Array): Promise<Uint8Array> {
    await this.#sound();
    return this.#state.world.getCode(new EvmAddress(address));
  }

  #nextHeader(nowMs: number) {
    const before = this.#head.header;
    const now = BigInt(Math.floor(nowMs / 1000));
    return {
      parentHash: this.#head.hash,
      number: this.#head.number + 1,
      timestamp: now > before.timestamp ? now : before.timestamp,
      gasLimit: BLOCK_GAS,
      baseFeePerGas: 0n,
      difficulty: 0n,
      mixHash: this.#head.hash,
    };
  }

  async #seal(draft: object, transaction: TypedTransaction, result: RunTxResult): Promise<NewBlock> {
    const stateRoot = await this.#state.world.getStateRoot();
    const receipts = await createMPT();
    await receipts.put(Uint8Array.of(0x80), encodeReceipt(result.receipt, transaction.type));
    const header: BlockHeader = createBlockHeader(
      {
        ...draft,
        stateRoot,
        transactionsTrie: await genTransactionsTrieRoot([transaction]),
        receiptTrie: receipts.root(),
        logsBloom: result.bloom.bitvector,
        gasUsed: result.totalGasSpent,
      },
      { common: this.#common },
    );
    return {
      number: this.#head.number + 1,
      hash: header.hash(),
      header,
      transactionHash: transaction.hash(),
      sender: transaction.getSenderAddress().bytes,
      created: result.createdAddress?.bytes ?? null,
      succeeded: result.execResult.exceptionError === undefined,
      content: { transaction: transaction.serialize(), logs: result.receipt.logs },
    };
  }

  /** What can be known before the transaction is run. */
  async #check(transaction: TypedTransaction): Promise<void> {
    const { nonce } = await this.account(transaction.getSenderAddress().bytes);
    const least = leastGas(transaction);
    if (nonce === transaction.nonce && transaction.gasLimit >= least) return;
    throw new DimensionError('chain.transaction', 'The transaction has a wrong number or pays too little gas.', {
      nonce: Number(transaction.nonce),
      expected: Number(nonce),
      gas: Number(transaction.gasLimit),
      least: Number(least),
    });
  }

  /** Makes sure that the state in memory is the head's. @throws DimensionError `chain.torn` */
  async #sound(): Promise<void> {
    if (!this.#unsound) return;
    const root = this.#head.header.stateRoot;
    this.#state = await openState(this.#database, this.#common, root, (number) => hashOf(this.ledger, number));
    this.#unsound = false;
  }
}

/** Gas before the first instruction: by EIP-2028 for what is run, or by EIP-7623 for the data alone. */
function leastGas(transaction: TypedTransaction): bigint {
  let tokens = 0n;
  for (const byte of transaction.data) tokens += byte === 0 ? 1n : 4n;
  const floor = 21_000n + 10n * tokens;
  const intrinsic = transaction.getIntrinsicGas();
  return intrinsic > floor ? intrinsic : floor;
}

/** Ends a read-only call that calls too often or takes too long. */
function boundedFrames(): (message: unknown) => void {
  const until = performance.now() + CALL_MS;
  let frames = 0;
  return (_message) => {
    frames++;
    if (frames > CALL_FRAMES || performance.now() > until)
      throw new DimensionError('chain.call', 'The call does more than a question to this chain may.', { frames });
  };
}

function faultOf(error: unknown): DimensionError {
  if (error instanceof DimensionError) return error;
  const why = error instanceof Error ? error.message.replace(/ \(vm hf=.*$/s, '') : String(error);
  return new DimensionError('chain.fault', `The chain could not make a block: ${why}.`, {}, error);
}

function boundedGas(gas: bigint): bigint {
  if (gas > CALL_GAS) return CALL_GAS;
  return gas;
}

const NONE = new Uint8Array(0);

function hashOf(ledger: Ledger, number: number): Uint8Array {
  return ledger.byNumber(number)?.hash ?? new Uint8Array(32);
}

/** The one SQLite transaction of a block: trie nodes, block, receipt and logs. */
function keep(
  database: DatabaseSync,
  ledger: Ledger,
  state: ChainState,
  block: NewBlock,
  also: () => void = () => {},
): LedgerBlock {
  inTransaction(database, () => {
    state.nodes.write();
    ledger.add(block);
    also();
  });
  state.nodes.settle();
  const { content, ...rest } = block;
  return { ...rest, body: () => content };
}

/** The contracts obey the keys they were laid with: going on with others would only fail later, action by action. */
function checkGenesis(database: DatabaseSync, keys: HostKeys): void {
  const relayer = readFact(database, 'relayer');
  const verdict = readFact(database, 'verdict');
  if (relayer !== keys.relayer || verdict !== keys.verdictSigner)
    throw new DimensionError(
      'chain.keys',
      'The chain was begun with another chain key or verdict key: give the server the keys that belong to this data.',
      { relayer, verdict, givenRelayer: keys.relayer, givenVerdict: keys.verdictSigner },
    );
  if (readFact(database, 'genesis') !== genesisName(keys))
    throw new DimensionError(
      'chain.contracts',
      'The chain in this folder was begun with other contracts: run the version that made it, or begin a new folder.',
    );
}
