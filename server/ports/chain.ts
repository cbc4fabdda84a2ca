/** What a chain promises: batches of actions go in, blocks and logs come out; the world never waits for it. */
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

export interface Chain {
  readonly chainId: number;
  /** Sends one batch through the relay; resolves with its transaction hash when a durable block holds it. */
  send(actions: readonly ChainAction[]): Promise<{ readonly transaction: string; readonly block: number }>;
  height(): Promise<number>;
  /** Logs of blocks `from` … `to`, in order. */
  logs(from: number, to: number): Promise<readonly ChainLog[]>;
  /** A read-only call at the latest block; answers the return data. @throws DimensionError `chain.call` */
  call(to: Address, data: string): Promise<string>;
  /** The JSON-RPC subset served under /rpc. @throws DimensionError `rpc.*` */
  rpc(method: string, params: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/** Signs what the chain checks; the keys stay inside. */
export interface VerdictSigner {
  readonly address: Address;
  /** EIP-712 signature (65 bytes, 0x-prefixed) over an award. */
  signAward(award: Award): Promise<string>;
}

/** What `Frontier.award` takes, before encoding. */
export interface Award {
  /** 32 bytes, 0x-prefixed. */
  readonly challenge: string;
  readonly recordIndex: number;
  readonly value: bigint;
  readonly digest: string;
  readonly holders: readonly Address[];
  readonly sharesBasisPoints: readonly number[];
}

/** Encodes what the outbox holds; knows contracts and addresses so that the stages need not. */
export interface ChainCalls {
  openChallenge(challenge: string, creator: Address, lowerIsBetter: boolean): { to: Address; data: string };
  award(award: Award, signature: string): { to: Address; data: string };
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
