/** One thing at a time, what must be written before what is only asked. */

type Lane = 'write' | 'read';

interface Waiting {
  readonly run: () => Promise<void>;
}

/** Runs tasks one after another; all waiting writes come before the next read. */
export class Serial {
  readonly #waiting: Readonly<Record<Lane, Waiting[]>> = { write: [], read: [] };
  #busy = false;
  #idle: (() => void)[] = [];

  run<T>(lane: Lane, task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting[lane].push({ run: () => task().then(resolve, reject) });
      if (!this.#busy) void this.#work();
    });
  }

  /** How many tasks wait in a lane. */
  waiting(lane: Lane): number {
    return this.#waiting[lane].length;
  }

  /** Resolves when nothing runs and nothing waits. */
  drained(): Promise<void> {
    return this.#busy ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (;;) {
      const next = this.#waiting.write.shift() ?? this.#waiting.read.shift();
      if (next === undefined) break;
      await next.run();
    }
    this.#busy = false;
    for (const wake of this.#idle.splice(0)) wake();
  }
}
