/** A child process of the idle bench: a world without visitors that says on every line it reads what it has used. */
import { createInterface } from 'node:readline';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld } from '#server/world.ts';

const dataDir = process.argv[2] ?? '';
const config = readConfig({ PORT: '0', DATA_DIR: dataDir, AUTOMATA_CPU: '0', LOG_LEVEL: 'error' });
// The starters' kept logs are enough, so that nothing is tried while it is measured.
await openWorld(config, { log: openLog(config.logLevel), ladder: { budgetsCpuSeconds: [], seeds: 0 } });

process.stdout.write('open\n');
createInterface({ input: process.stdin })
  .on('line', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(`${JSON.stringify({ rss: process.memoryUsage.rss(), cpuSeconds: (user + system) / 1e6 })}\n`);
  })
  .on('close', () => process.exit(0));
