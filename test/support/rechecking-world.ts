/**
 * A child process for the kill test of the re-check: goes through one pass over the open challenges of a world and
 * writes a line for each run as soon as it is kept: challenge and run. It ends only by being killed.
 * Usage: node test/support/rechecking-world.ts DATA_DIR
 */
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld } from '#server/world.ts';
import { HELD_STATES } from '#shared/records/challenge.ts';
import { RECHECKED, WEEK_LATER_MS } from './rechecked.ts';

const LOOK_MS = 20;

const [dataDir = ''] = process.argv.slice(2);
const world = await openWorld(readConfig({ PORT: '0', DATA_DIR: dataDir, AUTOMATA_CPU: '0' }), {
  log: openLog('silent'),
  ladder: { budgetsCpuSeconds: [], seeds: 0 },
  starters: [],
  recheck: RECHECKED,
  clock: () => WEEK_LATER_MS,
});
const said = new Set<string>();
for (;;) {
  for (const { id, machine } of await world.store.challenges({ states: HELD_STATES, limit: 1_000 }))
    for (const run of machine) say(`${id} ${JSON.stringify(run)}`);
  await wait(LOOK_MS);
}

function say(line: string): void {
  if (!said.has(line)) process.stdout.write(`${line}\n`);
  said.add(line);
}
