/** A line to one worker: started at the first question, one answer a question, none left waiting when it breaks. */
import { DimensionError } from '#shared/base/errors.ts';
import type { Refusal, Reply } from './messages.ts';

interface Waiting<A> {
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/** Questions without their `id`; answers without refusals, which become errors. */
export class WorkerLine<Q extends object, A extends { readonly kind: string }> {
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, Waiting<A>>();
  #worker: Worker | null = null;
  #next = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** @throws DimensionError with the worker's code and sentence, or `worker.broken` */
  ask(question: Q): Promise<A> {
    this.#worker ??= this.#open();
    const id = this.#next++;
    const answer = new Promise<A>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#worker.postMessage({ ...question, id });
    return answer;
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#failAll('The worker was closed.');
  }

  #open(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', (event: MessageEvent<Reply<A | Refusal>>) => this.#settle(event.data));
    worker.addEventListener('error', () => {
      // A worker that could not load answers nothing: the next question starts another.
      if (this.#worker === worker) this.#worker = null;
      worker.terminate();
      this.#failAll('The worker that makes works visible stopped.');
    });
    return worker;
  }

  #settle({ id, answer }: Reply<A | Refusal>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (isRefusal(answer)) waiting?.reject(new DimensionError(answer.code, answer.sentence));
    else waiting?.resolve(answer);
  }

  #failAll(sentence: string): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of all) reject(new DimensionError('worker.broken', sentence));
  }
}

function isRefusal(answer: { readonly kind: string }): answer is Refusal {
  return answer.kind === 'refused';
}
