/** The pool over Redis: jobs wait there for the `dimension work` processes of a host with several machines. */
import { setTimeout as wait } from 'node:timers/promises';
import type { JobName, Jobs, Lane, Pool } from '#server/ports/pool.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { QueueAddress } from './queue-address.ts';
import { type LaneNeeds, QueueLane } from './queue-lane.ts';

/** How often it is seen to what no event told, ms. */
const SWEEP_MS = 5_000;
/** A Redis that is away does not keep the world from closing, ms. */
const CLOSE_MS = 1_000;

/** Tests sweep more often. */
export interface QueuePoolNeeds extends LaneNeeds {
  readonly sweepMs?: number;
}

/** @throws DimensionError `queue.unreachable` */
export async function openQueuePool(address: QueueAddress, needs: QueuePoolNeeds): Promise<Pool> {
  const pool = new QueuePool(address, needs);
  try {
    await pool.open();
  } catch (error) {
    await pool.close();
    throw error;
  }
  return pool;
}

class QueuePool implements Pool {
  readonly #lanes: Readonly<Record<Lane, QueueLane>>;
  readonly #needs: QueuePoolNeeds;
  #timer: NodeJS.Timeout | null = null;
  #sweeping = false;
  #closed = false;

  constructor(address: QueueAddress, needs: QueuePoolNeeds) {
    this.#needs = needs;
    const lane = (name: Lane) => new QueueLane(name, address, needs);
    this.#lanes = { people: lane('people'), machines: lane('machines') };
  }

  async open(): Promise<void> {
    await Promise.all(Object.values(this.#lanes).map((lane) => lane.open()));
    this.#timer = setInterval(() => void this.#sweep(), this.#needs.sweepMs ?? SWEEP_MS).unref();
  }

  async run<J extends JobName>(job: J, input: Jobs[J]['in'], priority: Lane): Promise<Jobs[J]['out']> {
    if (this.#closed) throw new DimensionError('pool.closed', 'The world is closing.');
    return this.#lanes[priority].run(job, input);
  }

  /** `workers` are the threads of all crews, those for people among them. */
  status(): { workers: number; waiting: number; running: number } {
    const [people, machines] = [this.#lanes.people.status(), this.#lanes.machines.status()];
    return {
      workers: people.workers,
      waiting: people.waiting + machines.waiting,
      running: people.running + machines.running,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    const ended = Promise.all(Object.values(this.#lanes).map((lane) => lane.close()));
    await Promise.race([ended.catch(this.#needs.onFault), wait(CLOSE_MS, undefined, { ref: false })]);
  }

  async #sweep(): Promise<void> {
    if (this.#sweeping) return;
    this.#sweeping = true;
    const swept = await Promise.allSettled(Object.values(this.#lanes).map((lane) => lane.sweep()));
    for (const each of swept) if (each.status === 'rejected') this.#needs.onFault(each.reason);
    this.#sweeping = false;
  }
}
