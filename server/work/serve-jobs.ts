/** The worker's side of the pool: takes one request after another from its parent and answers each. */
import { setPriority } from 'node:os';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { JobName } from '#server/ports/pool.ts';
import { DimensionError, isDimensionError } from '#shared/base/errors.ts';
import { type JobAnswer, type JobRequest, type JobTable, MACHINES } from './wire.ts';

/** Niceness of a thread that works for machines: rooms and people go first whenever they want the core. */
const NICE = 10;

/** Serves until the thread is ended. @throws DimensionError `work.parent` outside a worker thread */
export function serveJobs(table: JobTable): void {
  if (parentPort === null) throw new DimensionError('work.parent', 'This file is the entry of a worker thread.');
  const port = parentPort;
  if (workerData === MACHINES) yieldToPeople();
  port.on('message', (request: JobRequest) => void answer(port, table, request));
}

async function answer(port: MessagePort, table: JobTable, request: JobRequest): Promise<void> {
  port.postMessage(await outcome(table, request));
}

async function outcome<J extends JobName>(table: JobTable, request: JobRequest<J>): Promise<JobAnswer> {
  const { id, job, input } = request;
  try {
    return { id, ok: true, value: await table[job](input) };
  } catch (error) {
    if (isDimensionError(error))
      return { id, ok: false, code: error.code, sentence: error.message, facts: error.facts };
    return {
      id,
      ok: false,
      code: 'work.fault',
      sentence: 'The job broke; nothing was changed.',
      facts: { job, error: String(error).slice(0, 300) },
    };
  }
}

function yieldToPeople(): void {
  // On Linux this lowers the calling thread only; elsewhere it would lower the whole process.
  if (process.platform === 'linux') setPriority(0, NICE);
}
