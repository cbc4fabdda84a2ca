/** One worker thread of the pool: does one job at a time, is ended when the job takes too much, and starts again. */
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { JobName, Jobs, Lane } from '#server/ports/pool.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { JobLimit } from './limits.ts';
import { type JobAnswer, type JobRequest, jobAnswerSchema } from './wire.ts';

/** How often a busy worker is looked at, ms. */
const WATCH_MS = 500;
/** JavaScript heap of a worker, MB; WebAssembly memory is outside it. */
const HEAP_MB = 256;
/** A fresh thread costs about one CPU second. */
const WORN_CPU_SECONDS = 300;

interface Running {
  readonly id: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly watch: NodeJS.Timeout;
}

/** Starts its thread with the first job and again after a crash; never rejects a later job for an earlier one's fault. */
export class PoolWorker {
  readonly #entry: URL;
  readonly #lane: Lane;
  readonly #wornAfter: number;
  #thread: Worker | null = null;
  #running: Running | null = null;
  /** Its thread gives way to a fresh one after the job it does. */
  #worn = false;
  #lastId = 0;

  /**
   * @param lane whom it works for: machines' threads are the first to wait for a core
   * @param wornAfter CPU seconds after which a thread is replaced: memory of WebAssembly only grows
   */
  constructor(entry: URL, lane: Lane, wornAfter = WORN_CPU_SECONDS) {
    this.#entry = entry;
    this.#lane = lane;
    this.#wornAfter = wornAfter;
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  /** Starts the thread now, so that the first job need not wait for it. */
  warm(): void {
    this.#thread ??= this.#start();
  }

  /** @throws DimensionError `pool.timeout`, `pool.crashed`, or the job's own error */
  run<J extends JobName>(job: J, input: Jobs[J]['in'], limit: JobLimit): Promise<unknown> {
    this.#thread ??= this.#start();
    const thread = this.#thread;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const watch = this.#watch(thread, id, job, limit);
      this.#running = { id, resolve, reject, watch };
      const request: JobRequest<J> = { id, job, input };
      thread.postMessage(request);
    });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#fail(new DimensionError('pool.closed', 'The world is closing; this was not finished.'));
    await thread?.terminate();
  }

  #start(): Worker {
    // No environment: the keys of the host are none of a job's business.
    const thread = new Worker(this.#entry, {
      env: {},
      workerData: this.#lane,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
    });
    thread.on('message', (raw) => this.#heard(thread, raw));
    thread.on('error', (error) => this.#lost(thread, String(error)));
    thread.on('exit', (code) => this.#lost(thread, `exit ${code}`));
    // A world that is otherwise done may end while workers idle.
    thread.unref();
    return thread;
  }

  #heard(thread: Worker, raw: unknown): void {
    const parsed = jobAnswerSchema.safeParse(raw);
    if (parsed.success) this.#answered(parsed.data);
    else {
      // Whoever says such a thing is no worker of ours any more.
      this.#lost(thread, 'no answer to a job');
      void thread.terminate();
    }
  }

  #answered(answer: JobAnswer): void {
    const running = this.#running;
    if (running === null || running.id !== answer.id) return;
    this.#running = null;
    clearInterval(running.watch);
    if (this.#worn) this.#renew();
    if (answer.ok) running.resolve(answer.value);
    else running.reject(new DimensionError(answer.code, answer.sentence, answer.facts));
  }

  #lost(thread: Worker, detail: string): void {
    if (this.#thread !== thread) return;
    this.#fail(new DimensionError('pool.crashed', 'The worker broke on this job; the pool goes on.', { detail }));
  }

  /** Gives up the thread and the job that runs on it; the next job gets a fresh thread. */
  #fail(error: DimensionError): void {
    const running = this.#running;
    this.#thread = null;
    this.#worn = false;
    this.#running = null;
    if (running === null) return;
    clearInterval(running.watch);
    running.reject(error);
  }

  #watch(thread: Worker, id: number, job: JobName, limit: JobLimit): NodeJS.Timeout {
    const startedMs = performance.now();
    let cpuAtStart: number | null = null;
    let cpuSeconds = 0;
    const judge = () => {
      const wallSeconds = (performance.now() - startedMs) / 1000;
      if (cpuSeconds <= limit.cpuSeconds && wallSeconds <= limit.wallSeconds) return;
      // What was asked about this job may be answered when the next one runs already.
      if (this.#thread !== thread || this.#running?.id !== id) return;
      this.#fail(
        new DimensionError('pool.timeout', 'The job took longer than it may; the pool goes on.', {
          job,
          cpuSeconds: Math.round(cpuSeconds * 10) / 10,
          wallSeconds: Math.round(wallSeconds * 10) / 10,
        }),
      );
      void thread.terminate();
    };
    const look = async () => {
      const used = await thread.cpuUsage();
      const cpu = (used.user + used.system) / 1e6;
      cpuAtStart ??= cpu;
      cpuSeconds = cpu - cpuAtStart;
      if (this.#thread === thread && cpu > this.#wornAfter) this.#worn = true;
      judge();
    };
    const tick = () => {
      // A thread that has just ended cannot be asked, and its end is reported by `exit`; one that is stuck in an engine
      // may never answer, so the time on the wall is looked at without it.
      void look().catch(() => undefined);
      judge();
    };
    tick();
    return setInterval(tick, WATCH_MS).unref();
  }

  /** A fresh thread in place of a worn one, between two jobs, so that none waits for it. */
  #renew(): void {
    const worn = this.#thread;
    this.#worn = false;
    this.#thread = this.#start();
    void worn?.terminate();
  }
}
