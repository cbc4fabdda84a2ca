/** What a chain promises: batches of actions go in, blocks and logs come out; the world never waits for it. */
import type { Hash } from '#shared/base/hash.ts';
import type { Address } from '#shared/base/ids.ts';

/** One action of a batch: idempotent on chain by `intent`. */
export interface ChainAction {
  /** 32 bytes, 0x-prefixed hex. */
  readonly intent: string;
  readonly to: Address;
  readonly data: string;
}

/** A log as the indexer reads it; hex strings are 0x-prefixed. */
export interface ChainLog {
  readonly address: Address;
  readonly topics: readonly string[];
  readonly data: string;
  readonly block: number;
  readonly blockHash: string;
  readonly transaction: string;
  readonly index: number;
}

/** What became of one action of a batch. */
export interface ActionOutcome {
  readonly intent: string;
  /** True when the chain has it, now or from an earlier batch. */
  readonly ok: boolean;
  /** Why it failed, in one line; null when it did not. */
  readonly detail: string | null;
}

/** A batch on chain. */
export interface SentBatch {
  /** Transaction hash, 0x-prefixed. */
  readonly transaction: string;
  readonly block: number;
  readonly gasUsed: number;
  /** In the order of the actions. */
  readonly outcomes: readonly ActionOutcome[];
}

export interface Chain {
  readonly chainId: number;
  /**
   * Sends one batch through the relay; resolves when a durable block holds it. An action that fails does not stop the
   * others and may be sent again; one that the chain already has is ok.
   * @throws DimensionError `chain.batch` when the batch as a whole did not fit, `chain.down` when there is no answer
   */
  send(actions: readonly ChainAction[]): Promise<SentBatch>;
  height(): Promise<number>;
  /** Logs of blocks `from` … `to`, at most 200 of them, in order. */
  logs(from: number, to: number): Promise<readonly ChainLog[]>;
  /** Hash of a block, or null when the chain does not reach it. */
  blockHash(number: number): Promise<string | null>;
  /** A read-only call at the latest block; answers the return data. @throws DimensionError `chain.call` */
  call(to: Address, data: string): Promise<string>;
  /** The JSON-RPC subset served under /rpc. @throws DimensionError `rpc.*` */
  rpc(method: string, params: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/** Signs the record feed; the key stays inside. */
export interface FeedSigner {
  readonly address: Address;
  /** EIP-191 signature (65 bytes, 0x-prefixed) over an entry. */
  signEntry(hash: Hash): Promise<string>;
}

/** Signs with the same key what the chain checks. */
export interface VerdictSigner extends FeedSigner {
  /** EIP-712 signature (65 bytes, 0x-prefixed) over an award. */
  signAward(award: Award): Promise<string>;
  /** The same over an invalidation. */
  signInvalidation(invalidation: Invalidation): Promise<string>;
}

/** What `Frontier.award` takes, before encoding: `value` in the chain's fixed point (`chainValue`). */
export interface Award {
  /** 32 bytes, 0x-prefixed. */
  readonly challenge: string;
  readonly recordIndex: number;
  readonly value: bigint;
  readonly digest: string;
  readonly holders: readonly Address[];
  readonly sharesBasisPoints: readonly number[];
}

/** What `Frontier.invalidate` takes when nothing of a challenge counts any more: after it no record stands. */
export interface Invalidation {
  /** 32 bytes, 0x-prefixed. */
  readonly challenge: string;
  readonly recordIndex: number;
  /** How many records the chain has of the challenge: with another number it does not believe this. */
  readonly records: number;
  readonly reason: string;
}

/** Encodes what the outbox holds; knows contracts and addresses so that the stages need not. */
export interface ChainCalls {
  openChallenge(challenge: string, creator: Address, lowerIsBetter: boolean): { to: Address; data: string };
  award(award: Award, signature: string): { to: Address; data: string };
  invalidate(invalidation: Invalidation, signature: string): { to: Address; data: string };
  mintWork(work: {
    readonly owner: Address;
    readonly generator: string;
    readonly generatorVersion: number;
    readonly genome: string;
    readonly parents: readonly string[];
    readonly title: string;
  }): { to: Address; data: string };
  mintAutomaton(automaton: { readonly name: string; readonly codeHash: string }): { to: Address; data: string };
}
