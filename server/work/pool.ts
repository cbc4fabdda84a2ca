/** The worker pool: heavy work off the room's thread, people before machines, alive through crashes and hangs. */
import { availableParallelism } from 'node:os';
import { type JobName, type Jobs, type Lane, MOST_WAITING, type Pool } from '#server/ports/pool.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { JOB_LIMITS, type JobLimit, type JobLimits } from './limits.ts';
import { PoolWorker } from './pool-worker.ts';

interface Waiting {
  readonly start: (worker: PoolWorker) => Promise<void>;
  readonly refuse: (error: DimensionError) => void;
}

/** Defaults fit the host; tests bring their own entry and limits. */
export interface PoolOptions {
  /** Workers that machines may use; one more is kept for people alone. */
  readonly machineWorkers?: number;
  readonly entry?: URL;
  readonly limits?: JobLimits;
  /** CPU seconds after which a thread is replaced. */
  readonly wornAfter?: number;
}

/** Opens the pool; the people's worker starts at once, the others with their first job. */
export function openPool(options: PoolOptions = {}): Pool {
  return new WorkerPool(
    options.entry ?? new URL('./worker.ts', import.meta.url),
    options.machineWorkers ?? machineThreads(),
    options.limits ?? JOB_LIMITS,
    options.wornAfter,
  );
}

/** A thread a core where machines' threads step aside for the room; one core less where they cannot. */
function machineThreads(): number {
  const cores = availableParallelism();
  return process.platform === 'linux' ? cores : Math.max(1, cores - 1);
}

/** One worker serves people only, so that judging their runs never waits behind a long solve. */
class WorkerPool implements Pool {
  readonly #forPeople: PoolWorker;
  readonly #shared: readonly PoolWorker[];
  readonly #limits: JobLimits;
  readonly #waiting: Readonly<Record<Lane, Waiting[]>> = { people: [], machines: [] };
  #closed = false;

  constructor(entry: URL, machineWorkers: number, limits: JobLimits, wornAfter?: number) {
    this.#forPeople = new PoolWorker(entry, 'people', wornAfter);
    this.#shared = Array.from({ length: machineWorkers }, () => new PoolWorker(entry, 'machines', wornAfter));
    this.#limits = limits;
    this.#forPeople.warm();
  }

  run<J extends JobName>(job: J, input: Jobs[J]['in'], priority: Lane): Promise<Jobs[J]['out']> {
    if (this.#closed) return Promise.reject(new DimensionError('pool.closed', 'The world is closing.'));
    const lane = this.#waiting[priority];
    if (lane.length >= MOST_WAITING[priority])
      return Promise.reject(new DimensionError('pool.full', 'Too much is waiting to be worked on; try again soon.'));
    return new Promise((resolve, reject) => {
      lane.push({
        start: (worker) => runOn(worker, job, input, this.#limits[job](input)).then(resolve, reject),
        refuse: reject,
      });
      this.#next();
    });
  }

  status(): { workers: number; waiting: number; running: number } {
    const workers = [this.#forPeople, ...this.#shared];
    return {
      workers: workers.length,
      waiting: this.#waiting.people.length + this.#waiting.machines.length,
      running: workers.filter((worker) => worker.busy).length,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const error = new DimensionError('pool.closed', 'The world is closing; this was not finished.');
    for (const lane of Object.values(this.#waiting)) for (const waiting of lane.splice(0)) waiting.refuse(error);
    await Promise.all([this.#forPeople, ...this.#shared].map((worker) => worker.close()));
  }

  #next(): void {
    this.#give('people', [this.#forPeople, ...this.#shared]);
    this.#give('machines', this.#shared);
  }

  #give(lane: Lane, workers: readonly PoolWorker[]): void {
    for (const worker of workers) {
      if (worker.busy) continue;
      const waiting = this.#waiting[lane].shift();
      if (waiting === undefined) return;
      void waiting.start(worker).finally(() => this.#next());
    }
  }
}

function runOn<J extends JobName>(
  worker: PoolWorker,
  job: J,
  input: Jobs[J]['in'],
  limit: JobLimit,
): Promise<Jobs[J]['out']> {
  // The worker runs the same code base: its answer to job J has the type of J.
  return worker.run(job, input, limit) as Promise<Jobs[J]['out']>;
}
