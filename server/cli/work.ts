/** `dimension work`: does the heavy work of a world on another machine, until it is told to stop. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { openCrew } from '#server/adapters/queue/crew.ts';
import { faultBell } from '#server/adapters/queue/fault-bell.ts';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { catalogueMark } from '#server/work/catalogue-mark.ts';
import { openPool } from '#server/work/pool.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { nextSignal } from './next-signal.ts';

const MOST_THREADS = 256;

/**
 * Takes jobs from REDIS_URL: people's first on a thread of their own, machines' on the others.
 * @returns 0 when a signal has ended it @throws DimensionError `work.redis`, `work.threads`, `queue.unreachable`
 */
export async function work(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { threads: { type: 'string' } } });
  const machines = threadsOf(values.threads);
  const { redisUrl, logLevel } = readConfig();
  if (redisUrl === null)
    throw new DimensionError('work.redis', 'Set REDIS_URL to the Redis of the world, such as redis://10.0.0.2:6379.');
  const signalled = nextSignal();
  const log = openLog(logLevel);
  const mark = await catalogueMark();
  const pool = openPool({ machineWorkers: machines });
  // The pool keeps one thread for people; they may use the others too.
  const threads = { people: machines + 1, machines };
  const onFault = faultBell(Date.now, (sentence) => log.warn({ code: 'queue.fault' }, sentence));
  const crew = await openCrew({ url: redisUrl, mark }, { pool, threads, onFault });
  say(`At work with ${machines} threads for machines and one for people, release ${mark}. Press Ctrl+C to stop.`);
  await signalled;
  say('Told to stop: what runs is handed back …');
  await crew.close();
  say(`Stopped after ${crew.done()} jobs.`);
  return 0;
}

/** @throws DimensionError `work.threads` */
function threadsOf(given: string | undefined): number {
  if (given === undefined) return availableParallelism();
  const threads = Number(given);
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new DimensionError('work.threads', `--threads is a whole number from 1 to ${MOST_THREADS}.`, { got: given });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
