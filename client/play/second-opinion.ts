/** Asks the replay worker what tapes are worth; the worker starts with the first question and ends with the page. */
import type { Replay } from '#shared/physics/replay.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { ReplayAnswer, ReplayQuestion } from './replay-worker.ts';

/** Answers what this machine expects the server to say. */
export class SecondOpinion {
  #worker: Worker | null = null;
  #count = 0;
  readonly #waiting = new Map<number, (replay: Replay | null) => void>();

  /** Replays tapes off the page's thread; null when the worker cannot. */
  ask(scene: Scene, tapes: readonly Uint8Array[]): Promise<Replay | null> {
    const worker = this.#start();
    const question: ReplayQuestion = { id: ++this.#count, scene, tapes };
    return new Promise((resolve) => {
      this.#waiting.set(question.id, resolve);
      worker.postMessage(question);
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }

  #start(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { type: 'module', name: 'replay' });
    worker.addEventListener('message', (event: MessageEvent<ReplayAnswer>) => {
      const answer = event.data;
      this.#waiting.get(answer.id)?.('replay' in answer ? answer.replay : null);
      this.#waiting.delete(answer.id);
    });
    worker.addEventListener('error', () => this.close());
    this.#worker = worker;
    return worker;
  }
}
