/** One lane of the work queue as the world sees it: jobs go out to Redis, and every answer is taken exactly once. */
import { type Job, Queue, QueueEvents } from 'bullmq';
import type { Clock } from '#server/ports/clock.ts';
import { type JobName, type Jobs, type Lane, MOST_WAITING } from '#server/ports/pool.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { sha256 } from '#shared/base/hash.ts';
import { LONGEST_TEXT, parseAnswer } from './job-shapes.ts';
import { connectionTo, PREFIX, type QueueAddress, queueName, reached, threadsOf } from './queue-address.ts';

/** How long a person waits for an answer, and how long when there is no worker at all, ms. */
const PATIENCE_MS = { served: 180_000, unserved: 15_000 } as const;
/** An answer that nobody took is kept for a day: a world that was killed finds it when it asks again. */
const KEPT_SECONDS = 86_400;

/** Someone who waits for the answer of a job. */
interface Asked {
  readonly job: JobName;
  readonly input: unknown;
  readonly sinceMs: number;
  /** Given to Redis a second time, because it had lost it. */
  readonly again: boolean;
  readonly settle: (answer: unknown) => void;
  readonly refuse: (error: DimensionError) => void;
}

export interface LaneNeeds {
  readonly clock: Clock;
  /** Hears of every fault of the connection; the lane goes on by itself. */
  readonly onFault: (fault: unknown) => void;
}

/** Redis may be restarted or lose everything; who waits is answered all the same, or told. */
export class QueueLane {
  readonly #lane: Lane;
  readonly #queue: Queue;
  readonly #events: QueueEvents;
  readonly #needs: LaneNeeds;
  readonly #asked = new Map<string, readonly Asked[]>();
  #threads = 0;
  #running = 0;
  #closed = false;

  constructor(lane: Lane, { url, mark }: QueueAddress, needs: LaneNeeds) {
    this.#lane = lane;
    this.#needs = needs;
    const name = queueName(lane, mark);
    // While Redis is away a new job is refused at once instead of piling up here.
    const connection = { ...connectionTo(url), enableOfflineQueue: false, maxRetriesPerRequest: 1 };
    this.#queue = new Queue(name, { connection, prefix: PREFIX });
    this.#events = new QueueEvents(name, { connection: connectionTo(url), prefix: PREFIX });
    this.#queue.on('error', needs.onFault);
    this.#events.on('error', needs.onFault);
    for (const event of ['completed', 'failed'] as const)
      this.#events.on(event, ({ jobId }: { jobId: string }) => void this.#look(jobId).catch(needs.onFault));
  }

  /** @throws DimensionError `queue.unreachable` */
  async open(): Promise<void> {
    await reached([this.#queue, this.#events]);
    this.#threads = await this.#countThreads();
  }

  /** Threads that take jobs of this lane, on all machines; jobs that wait and run for this world. */
  status(): { readonly workers: number; readonly waiting: number; readonly running: number } {
    const running = Math.min(this.#running, this.#asked.size);
    return { workers: this.#threads, waiting: this.#asked.size - running, running };
  }

  /** Asked twice, the same job is worked on once. @throws DimensionError as the port `Pool` says */
  async run<J extends JobName>(job: J, input: Jobs[J]['in']): Promise<Jobs[J]['out']> {
    if (this.#asked.size >= MOST_WAITING[this.#lane])
      throw new DimensionError('pool.full', 'Too much is waiting to be worked on; try again soon.');
    const text = JSON.stringify([job, input]);
    if (text.length > LONGEST_TEXT)
      throw new DimensionError('pool.heavy', 'This is too much for one job.', { job, characters: text.length });
    const id = sha256(text);
    await this.#add(id, job, input);
    if (this.#closed) throw closed();
    const answer = Promise.withResolvers<Jobs[J]['out']>();
    const settle = (raw: unknown) => {
      const said = parseAnswer(job, raw);
      if (said.ok) answer.resolve(said.value);
      else answer.reject(new DimensionError(said.code, said.sentence, said.facts));
    };
    const asked = { job, input, sinceMs: this.#needs.clock(), again: false, settle, refuse: answer.reject };
    this.#asked.set(id, [...(this.#asked.get(id) ?? []), asked]);
    // It may be done already: asked before a restart, or quicker than the line above.
    void this.#look(id).catch(this.#needs.onFault);
    return answer.promise;
  }

  /** Sees to what no event told: answers missed while Redis was away, jobs that it lost, people who waited too long. */
  async sweep(): Promise<void> {
    const nowMs = this.#needs.clock();
    if (this.#lane === 'people') this.#loseHope(nowMs);
    this.#threads = await this.#countThreads();
    this.#running = await this.#queue.getActiveCount();
    for (const id of [...this.#asked.keys()]) await this.#look(id);
  }

  /** Refuses who waits. What waits in Redis stays there: the next world finds it done. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const id of [...this.#asked.keys()]) this.#refuse(id, closed());
    await Promise.all([this.#queue.close(), this.#events.close()]);
  }

  async #countThreads(): Promise<number> {
    const crews = await this.#queue.getWorkers();
    return crews.reduce((sum, { rawname }) => sum + threadsOf(rawname), 0);
  }

  async #add(id: string, job: JobName, input: unknown): Promise<void> {
    const keep = { age: KEPT_SECONDS };
    try {
      await this.#queue.add(job, input, { jobId: id, removeOnComplete: keep, removeOnFail: keep });
    } catch (error) {
      throw new DimensionError('pool.down', 'The work queue cannot be reached; try again soon.', {}, error);
    }
  }

  async #look(id: string): Promise<void> {
    const asked = this.#asked.get(id);
    if (asked === undefined) return;
    const job: Job | undefined = await this.#queue.getJob(id);
    if (this.#asked.get(id) !== asked) return;
    if (job === undefined) return this.#askAgain(id, asked);
    if (job.finishedOn === undefined) return;
    this.#asked.delete(id);
    await job.remove().catch(this.#needs.onFault);
    for (const each of asked) answerTo(each, job);
  }

  /** Redis lost it, with everything else or because it was full. */
  async #askAgain(id: string, asked: readonly Asked[]): Promise<void> {
    const [first] = asked;
    if (first === undefined || first.again)
      return this.#refuse(id, new DimensionError('pool.lost', 'The work queue lost this job twice; try again.'));
    await this.#add(id, first.job, first.input);
    const now = this.#asked.get(id)?.map((each) => ({ ...each, again: true }));
    if (now !== undefined) this.#asked.set(id, now);
  }

  #loseHope(nowMs: number): void {
    const unserved = this.#threads === 0;
    const error = unserved
      ? new DimensionError('pool.unserved', 'No machine of this host is at work; try again soon.')
      : new DimensionError('pool.congested', 'No machine of this host came to it in time; try again soon.');
    for (const [id, asked] of this.#asked) {
      const sinceMs = Math.min(...asked.map((each) => each.sinceMs));
      if (nowMs - sinceMs < PATIENCE_MS[unserved ? 'unserved' : 'served']) continue;
      this.#refuse(id, error);
      // One that is being worked on cannot be removed; its answer is then left to expire.
      void this.#queue.remove(id).catch(this.#needs.onFault);
    }
  }

  #refuse(id: string, error: DimensionError): void {
    const asked = this.#asked.get(id) ?? [];
    this.#asked.delete(id);
    for (const each of asked) each.refuse(error);
  }
}

function answerTo({ settle, refuse }: Asked, { failedReason, returnvalue }: Job): void {
  const detail = failedReason ?? '';
  try {
    if (detail === '') settle(returnvalue);
    else refuse(new DimensionError('pool.crashed', 'The machine broke on this job; others go on.', { detail }));
  } catch (error) {
    refuse(error instanceof DimensionError ? error : new DimensionError('pool.answer', 'No answer.', {}, error));
  }
}

function closed(): DimensionError {
  return new DimensionError('pool.closed', 'The world is closing; this was not finished.');
}
