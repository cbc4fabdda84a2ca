/** The main thread's end of the chain: asks its thread, and starts a fresh one when it broke. */
import { Worker } from 'node:worker_threads';
import type { Chain, ChainAction, ChainLog, SentBatch } from '#server/ports/chain.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { Address } from '#shared/base/ids.ts';
import type { ChainAnswer, ChainFault, ChainQuestion, ChainQuestions, ChainThreadData } from './messages.ts';
import { CHAIN_ID } from './rules.ts';

/** JavaScript heap of the thread, MB: bounds what the garbage collector leaves lying. */
const HEAP_MB = 128;
/** How long the thread may take to end in order before it is ended; its file does not mind. */
const CLOSE_MS = 1_500;
/** After the thread broke, questions are refused this long before a fresh one is started. */
const REST_MS = 500;

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: DimensionError) => void;
}

/** The embedded chain. After a break the next question starts a fresh thread on the same file. */
export class EmbeddedChain implements Chain {
  readonly chainId = CHAIN_ID;
  readonly #data: ChainThreadData;
  readonly #said: (sentence: string) => void;
  readonly #pending = new Map<number, Pending>();
  #thread: Promise<Worker> | null = null;
  #lastId = 0;
  #closed = false;

  /** @param said hears in one sentence what went wrong with the thread */
  constructor(data: ChainThreadData, said: (sentence: string) => void) {
    this.#data = data;
    this.#said = said;
  }

  /** @throws DimensionError `chain.keys`, `chain.torn`, `chain.layout`, `chain.genesis` */
  async open(): Promise<void> {
    await this.#ready();
  }

  send(actions: readonly ChainAction[]): Promise<SentBatch> {
    return this.#ask('send', actions);
  }

  height(): Promise<number> {
    return this.#ask('height', null);
  }

  logs(from: number, to: number): Promise<readonly ChainLog[]> {
    return this.#ask('logs', { from, to });
  }

  blockHash(number: number): Promise<string | null> {
    return this.#ask('blockHash', number);
  }

  call(to: Address, data: string): Promise<string> {
    return this.#ask('call', { to, data });
  }

  rpc(method: string, params: readonly unknown[]): Promise<unknown> {
    return this.#ask('rpc', { method, params });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    const opened = this.#thread;
    const ended = opened === null ? Promise.resolve(null) : this.#ask('close', null);
    this.#closed = true;
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), CLOSE_MS).unref());
    // A thread that cannot answer any more has nothing to save: blocks are whole on disk before they are spoken of.
    await Promise.race([ended.catch(() => null), late]);
    const thread = await opened?.catch(() => null);
    await thread?.terminate();
  }

  async #ask<Q extends ChainQuestion>(question: Q, input: ChainQuestions[Q]['in']): Promise<ChainQuestions[Q]['out']> {
    if (this.#closed) throw new DimensionError('chain.down', 'The chain is closed.');
    const thread = await this.#ready();
    const id = ++this.#lastId;
    return new Promise<ChainQuestions[Q]['out']>((resolve, reject) => {
      // The other end is our own code of the same version: what it answers has the type of the question.
      this.#pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
      try {
        thread.postMessage({ id, question, input });
      } catch (error) {
        this.#pending.delete(id);
        reject(new DimensionError('rpc.params', 'The parameters cannot be handed on.', {}, error));
      }
    });
  }

  #ready(): Promise<Worker> {
    this.#thread ??= this.#start();
    return this.#thread;
  }

  #start(): Promise<Worker> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: this.#data,
        env: {},
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
      });
      let over = false;
      const lost = (why: string) => {
        // A broken thread says `error` and then `exit`; by then a fresh one may already be at work.
        if (over) return;
        over = true;
        const error = new DimensionError('chain.down', 'The chain does not answer; the world goes on.', { why });
        this.#rest(error);
        // Whoever waited for an answer may have been the cause, and is told so.
        const died = new DimensionError('chain.died', 'The chain ended while it worked on this.', { why });
        for (const pending of this.#pending.values()) pending.reject(died);
        this.#pending.clear();
        if (!this.#closed) this.#said(`The chain's thread ended: ${why}.`);
        reject(error);
      };
      thread.on('message', (answer: ChainAnswer) => {
        if (answer.kind === 'open') resolve(thread);
        else if (answer.kind === 'shut') {
          over = true;
          const error = errorOf(answer.error);
          this.#rest(error);
          reject(error);
          void thread.terminate();
        } else this.#answered(answer);
      });
      thread.on('error', (error) => lost(error instanceof Error ? error.message : String(error)));
      thread.on('exit', (code) => lost(`exit code ${code}`));
    });
  }

  /** Refuses questions for a moment, so that a broken file or a flood of them does not start thread after thread. */
  #rest(error: DimensionError): void {
    const refused = Promise.reject<Worker>(error);
    refused.catch(() => undefined);
    this.#thread = refused;
    setTimeout(() => {
      if (this.#thread === refused) this.#thread = null;
    }, REST_MS).unref();
  }

  #answered(answer: Extract<ChainAnswer, { kind: 'answer' | 'fault' }>): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (answer.kind === 'answer') pending?.resolve(answer.value);
    else pending?.reject(errorOf(answer.error));
  }
}

function errorOf(fault: ChainFault): DimensionError {
  return new DimensionError(fault.code, fault.sentence, fault.facts);
}
