/** The crew: the workers' end of the queue, which takes jobs from Redis and lets a pool of this machine do them. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, WaitingError, Worker } from 'bullmq';
import type { JobName, Lane, Pool } from '#server/ports/pool.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { type JobAnswer, parseInput, parseJobName } from './job-shapes.ts';
import { connectionTo, crewName, PREFIX, type QueueAddress, queueName, reached } from './queue-address.ts';

/** A process that says nothing for so long is lost, and its jobs go to another, ms. */
const LOCK_MS = 15_000;
/** What runs may still end when the process is told to stop, ms; then it is handed back. */
const GRACE_MS = 3_000;

export interface CrewNeeds {
  /** Does the jobs; closed with the crew. */
  readonly pool: Pool;
  /** Jobs at once by lane: the threads that the pool has for it. */
  readonly threads: Readonly<Record<Lane, number>>;
  /** Hears of every fault of the connection; the crew goes on by itself. */
  readonly onFault: (fault: unknown) => void;
  readonly lockMs?: number;
  readonly graceMs?: number;
}

export interface Crew {
  /** Jobs answered so far. */
  done(): number;
  /** Takes no more, lets short jobs end, hands the others back to the queue. */
  close(): Promise<void>;
}

/** Takes jobs until it is closed. @throws DimensionError `queue.unreachable` */
export async function openCrew(address: QueueAddress, needs: CrewNeeds): Promise<Crew> {
  const crew = new QueueCrew(address, needs);
  try {
    await crew.open();
  } catch (error) {
    await crew.close();
    throw error;
  }
  return crew;
}

class QueueCrew implements Crew {
  readonly #needs: CrewNeeds;
  readonly #workers: readonly Worker[];
  #done = 0;
  #ending = false;

  constructor({ url, mark }: QueueAddress, needs: CrewNeeds) {
    this.#needs = needs;
    const lockMs = needs.lockMs ?? LOCK_MS;
    this.#workers = (['people', 'machines'] as const).map((lane) => {
      const work = (job: Job, token?: string) => this.#work(lane, job, token);
      const worker = new Worker(queueName(lane, mark), work, {
        connection: { ...connectionTo(url), maxRetriesPerRequest: null },
        prefix: PREFIX,
        name: crewName(needs.threads[lane]),
        concurrency: needs.threads[lane],
        lockDuration: lockMs,
        stalledInterval: lockMs / 2,
        // A job that took a process down with it is tried by one more, then refused.
        maxStalledCount: 1,
        autorun: false,
      });
      return worker.on('error', needs.onFault);
    });
  }

  async open(): Promise<void> {
    await reached(this.#workers);
    for (const worker of this.#workers) void worker.run().catch(this.#needs.onFault);
  }

  done(): number {
    return this.#done;
  }

  async close(): Promise<void> {
    const ended = Promise.all(this.#workers.map((worker) => worker.close()));
    const graceMs = this.#needs.graceMs ?? GRACE_MS;
    await Promise.race([ended, wait(graceMs, undefined, { ref: false })]);
    this.#ending = true;
    await this.#needs.pool.close();
    // A Redis that is away cannot be told good-bye; the jobs' locks run out by themselves.
    await Promise.race([ended, wait(graceMs, undefined, { ref: false })]);
  }

  async #work(lane: Lane, job: Job, token: string | undefined): Promise<JobAnswer> {
    try {
      const value = await this.#run(parseJobName(job.name), job.data, lane);
      this.#done++;
      return { ok: true, value };
    } catch (error) {
      if (this.#ending) {
        await job.moveToWait(token);
        throw new WaitingError('Handed back.');
      }
      this.#done++;
      if (isDimensionError(error)) return { ok: false, code: error.code, sentence: error.message, facts: error.facts };
      const facts = { job: job.name, error: String(error).slice(0, 300) };
      return { ok: false, code: 'work.fault', sentence: 'The job broke; nothing was changed.', facts };
    }
  }

  #run<J extends JobName>(job: J, raw: unknown, lane: Lane): Promise<unknown> {
    return this.#needs.pool.run(job, parseInput(job, raw), lane);
  }
}
