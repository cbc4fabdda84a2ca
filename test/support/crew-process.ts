/** A `dimension work` process for tests that kill it: hostile workers, short locks. Arguments: the address of Redis. */
import { openCrew } from '#server/adapters/queue/crew.ts';
import { openPool } from '#server/work/pool.ts';

const pool = openPool({ entry: new URL('./hostile-worker.ts', import.meta.url), machineWorkers: 1 });
const onFault = () => undefined;
await openCrew(
  { url: process.argv[2] ?? '', mark: 'test' },
  { pool, threads: { people: 1, machines: 1 }, lockMs: 4_000, onFault },
);
process.stdout.write('at work\n');
