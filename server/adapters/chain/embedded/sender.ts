/** Batches of actions as signed transactions of the host's chain key, through the contract Relay. */
import { createTx } from '@ethereumjs/tx';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { relayAbi } from '#contracts/built/relay.ts';
import { decodeEvent, encodeCall, eventTopic } from '#server/adapters/chain/abi.ts';
import { explainRevert } from '#server/adapters/chain/revert.ts';
import type { ActionOutcome, ChainAction, SentBatch } from '#server/ports/chain.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Engine } from './engine.ts';
import { bytesOf, dataHex } from './hex.ts';
import type { LedgerBlock } from './ledger.ts';
import { TRANSACTION_GAS } from './rules.ts';

/** Most actions a batch may hold. */
const BATCH_ACTIONS = 100;

/** Signs with the host's chain key, which stays inside. */
export class Sender {
  readonly #engine: Engine;
  readonly #key: Uint8Array;
  readonly #address: Uint8Array;

  /** @param address account of `key`, 0x-prefixed */
  constructor(engine: Engine, key: string, address: string) {
    this.#engine = engine;
    this.#key = bytesOf(key);
    this.#address = bytesOf(address);
  }

  /** @throws DimensionError `chain.batch` when the batch as a whole reverted (too much gas) or is too long */
  async send(actions: readonly ChainAction[], nowMs: number): Promise<SentBatch> {
    if (actions.length === 0 || actions.length > BATCH_ACTIONS)
      throw new DimensionError('chain.batch', `A batch has 1 to ${BATCH_ACTIONS} actions.`, {
        actions: actions.length,
      });
    const data = encodeCall(relayAbi, 'run', [actions.map(({ intent, to, data: call }) => [intent, to, call])]);
    const { nonce } = await this.#engine.account(this.#address);
    const transaction = createTx(
      {
        type: 2,
        chainId: this.#engine.common.chainId(),
        nonce,
        gasLimit: TRANSACTION_GAS,
        maxFeePerGas: 0n,
        maxPriorityFeePerGas: 0n,
        to: bytesOf(ADDRESSES.relay),
        data: bytesOf(data),
      },
      { common: this.#engine.common },
    ).sign(this.#key);
    const block = await this.#engine.include(transaction, nowMs);
    if (!block.succeeded)
      throw new DimensionError('chain.batch', 'The batch as a whole did not fit into one transaction.', {
        actions: actions.length,
        gasUsed: Number(block.header.gasUsed),
      });
    return {
      transaction: dataHex(transaction.hash()),
      block: block.number,
      gasUsed: Number(block.header.gasUsed),
      outcomes: outcomesOf(block, actions),
    };
  }
}

/** Reads the relay's events: one an action, in order. */
function outcomesOf(block: LedgerBlock, actions: readonly ChainAction[]): readonly ActionOutcome[] {
  const done = eventTopic(relayAbi, 'Done');
  const repeated = eventTopic(relayAbi, 'Repeated');
  const found = new Map<string, ActionOutcome>();
  for (const [address, rawTopics, rawData] of block.body().logs) {
    if (dataHex(address) !== ADDRESSES.relay) continue;
    const topics = rawTopics.map(dataHex);
    const [kind = '', intent = ''] = topics;
    if (kind === repeated) found.set(intent, { intent, ok: true, detail: null });
    if (kind !== done) continue;
    const [, ok, result] = decodeEvent(relayAbi, 'Done', { topics, data: dataHex(rawData) });
    const detail = ok === true || typeof result !== 'string' ? null : explainRevert(result);
    // A later repetition in the same batch must not hide that the first one failed, nor the other way round.
    if (found.get(intent)?.ok !== true) found.set(intent, { intent, ok: ok === true, detail });
  }
  return actions.map(({ intent }) => {
    const outcome = found.get(intent.toLowerCase());
    if (outcome !== undefined) return outcome;
    throw new DimensionError('chain.torn', 'The relay did not say what became of an action.', { intent });
  });
}
