/** A worker entry whose jobs crash, hang, hoard memory, lie or wait for ever, on the pool's real wire. */
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, threadId } from 'node:worker_threads';
import { serveJobs } from '#server/work/serve-jobs.ts';
import { DimensionError } from '#shared/base/errors.ts';
import type { MachineRun } from '#shared/records/challenge.ts';

const RUN: MachineRun = {
  solver: 'hostile',
  release: 1,
  seed: '',
  budgetCpuSeconds: 0,
  cpuSeconds: 0,
  steps: 0,
  solved: false,
  progress: 0,
};

serveJobs({
  judge: async () => ({
    verdict: { ok: true, value: 1, unit: 'tick', digest: '0'.repeat(64), cpuMs: 0 },
    canonical: 'same',
    basin: null,
    polished: null,
    kinship: [],
    cpuMs: 1,
  }),
  checkWork: () => Promise.reject(new DimensionError('genome.length', 'Too short.', { got: 1 })),
  picture: () => Promise.reject(new TypeError('a fault of ours')),
  generate: () => Promise.reject(new TypeError('a fault of ours')),
  solve: async ({ solver, seed }) => {
    if (solver === 'crash') process.exit(3);
    if (solver === 'murder') process.kill(process.pid, 'SIGKILL');
    if (solver === 'babble') parentPort?.postMessage('I am no answer');
    if (solver === 'throw') setImmediate(() => Reflect.apply(Reflect.get(globalThis, 'nothing'), null, []));
    if (solver === 'hang') for (;;);
    if (solver === 'hoard') for (const kept: unknown[] = []; ; ) kept.push(Array(500_000).fill(0.5));
    if (solver === 'until') while (!existsSync(seed)) await new Promise((resolve) => setTimeout(resolve, 20));
    // The first who comes to it marks the file that the seed names and never ends; whoever comes later does it.
    const first = solver === 'second' && !existsSync(seed);
    if (first) writeFileSync(seed, '');
    if (first || ['wait', 'throw', 'babble'].includes(solver)) await new Promise(() => undefined);
    return { ...RUN, seed: solver === 'thread' ? `${threadId}` : seed };
  },
});
