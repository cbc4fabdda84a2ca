/** One thing at a time: what must be written first, then what the house asks, then what anybody asks. */
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

type Lane = 'write' | 'house' | 'read';
type Task = () => Promise<void>;

/** After a write, waiting reads have this long before the next write, ms. */
const READS_MS = 100;

/** Runs tasks one after another, in the order of their lane. */
export class Serial {
  readonly #waiting: Readonly<Record<Lane, Task[]>> = { write: [], house: [], read: [] };
  #busy = false;
  #readsUntil = 0;
  #idle: (() => void)[] = [];

  run<T>(lane: Lane, task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting[lane].push(() => task().then(resolve, reject));
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
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      await next();
      // Lets messages in: promises alone would run through all that waits before anything new is even heard of.
      await setImmediate();
    }
    this.#busy = false;
    for (const wake of this.#idle.splice(0)) wake();
  }

  #next(): Task | undefined {
    const { write, house, read } = this.#waiting;
    const question = () => house.shift() ?? read.shift();
    if (performance.now() < this.#readsUntil) {
      const asked = question();
      if (asked !== undefined) return asked;
    }
    const next = write.shift();
    if (next === undefined) return question();
    return async () => {
      await next();
      this.#readsUntil = performance.now() + READS_MS;
    };
  }
}
