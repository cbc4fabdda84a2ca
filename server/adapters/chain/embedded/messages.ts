/** What the main thread and the chain's thread say to each other. */
import type { ChainAction, ChainLog, SentBatch } from '#server/ports/chain.ts';
import type { Facts } from '#shared/base/errors.ts';

/** Questions by name: what goes in, what comes out. */
export interface ChainQuestions {
  readonly send: { readonly in: readonly ChainAction[]; readonly out: SentBatch };
  readonly height: { readonly in: null; readonly out: number };
  readonly logs: { readonly in: { readonly from: number; readonly to: number }; readonly out: readonly ChainLog[] };
  readonly blockHash: { readonly in: number; readonly out: string | null };
  readonly call: { readonly in: { readonly to: string; readonly data: string }; readonly out: string };
  readonly rpc: {
    readonly in: { readonly method: string; readonly params: readonly unknown[] };
    readonly out: unknown;
  };
  /** Ends the thread after what is running; its file is closed in order. */
  readonly close: { readonly in: null; readonly out: null };
}
export type ChainQuestion = keyof ChainQuestions;

export type ChainRequest = {
  readonly [Q in ChainQuestion]: { readonly id: number; readonly question: Q; readonly input: ChainQuestions[Q]['in'] };
}[ChainQuestion];

export type ChainAnswer =
  | { readonly kind: 'open' }
  | { readonly kind: 'shut'; readonly error: ChainFault }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'fault'; readonly id: number; readonly error: ChainFault };

/** A DimensionError that crosses threads. */
export interface ChainFault {
  readonly code: string;
  readonly sentence: string;
  readonly facts: Facts;
}

/** What the thread is started with. The key goes no further than its memory. */
export interface ChainThreadData {
  readonly path: string;
  readonly relayerKey: string;
  readonly relayer: string;
  readonly verdictSigner: string;
}
