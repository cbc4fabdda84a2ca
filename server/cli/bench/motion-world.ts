/**
 * A child process of the motion bench: a world with a seat for each of so many people. Its first line tells the port and
 * their tokens; on every line it reads it says what it has used and how long its ticks take.
 * Usage: node server/cli/bench/motion-world.ts DATA_DIR PEOPLE
 */
import { createInterface } from 'node:readline';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld } from '#server/world.ts';
import { keccak256 } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import type { Person } from '#shared/records/actor.ts';

const [dataDir = '', people = '0'] = process.argv.slice(2);
const config = readConfig({ PORT: '0', DATA_DIR: dataDir, AUTOMATA_CPU: '0', LOG_LEVEL: 'error' });
const world = await openWorld(config, { log: openLog(config.logLevel), ladder: { budgetsCpuSeconds: [], seeds: 0 } });

const tokens: string[] = [];
for (let index = 0; index < Number(people); index++) {
  const address = parseAddress(`0x${keccak256(`walker ${index}`).slice(24)}`);
  const person: Person = { kind: 'person', address, name: `Walker ${index}`, host: index === 0 };
  tokens.push(await world.sessions.begin(person));
}

process.stdout.write(`${JSON.stringify({ port: world.port, tokens })}\n`);
createInterface({ input: process.stdin })
  .on('line', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(`${JSON.stringify({ cpuSeconds: (user + system) / 1e6 })}\n`);
  })
  .on('close', () => process.exit(0));
