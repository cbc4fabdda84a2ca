/**
 * A whole world for browser tests, in a process of its own: real store, chain, pool and pages, a small course (or one
 * challenge a workbench, or both) at the frontier, no automata at work (unless it is guided), and machines that get a thousandth of a CPU second a try.
 * Prints one line of JSON when it is open: {"url", "hostLink", "dataDir"}.
 * Usage: node test/browser/support/serve-world.ts DATA_DIR [PORT] [course|benches|both|pair|guided]
 */

import type { StarterCourse } from '#content/world/starter-file.ts';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld } from '#server/world.ts';
import { benchChallenges } from './bench-challenges.ts';
import { easyCourse, pairCourse, straightCourse, TEST_LADDER } from './straight-course.ts';

const [dataDir = '', port = '0', starters = 'course'] = process.argv.slice(2);
const config = readConfig({
  DATA_DIR: dataDir,
  PORT: port,
  AUTOMATA_CPU: starters === 'guided' ? '0.0001' : '0',
  CHALLENGE_WINDOW_HOURS: '0',
  LOG_LEVEL: 'error',
});
const world = await openWorld(config, {
  log: openLog('error'),
  ladder: TEST_LADDER,
  starters: await startersOf(starters),
});
process.stdout.write(`${JSON.stringify({ url: world.url, hostLink: world.hostLink, dataDir })}\n`);

process.once('SIGTERM', () => {
  void world.close().then(() => process.exit(0));
});

async function startersOf(wanted: string): Promise<readonly StarterCourse[]> {
  if (wanted === 'benches') return benchChallenges();
  if (wanted === 'both') return [straightCourse(), ...(await benchChallenges())];
  if (wanted === 'guided') return [easyCourse(), pairCourse()];
  return [wanted === 'pair' ? pairCourse() : straightCourse()];
}
