import { chmod } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld } from '#server/world.ts';
import { scratchFolder } from '#test/support/scratch.ts';
import { testWorld } from '#test/support/world.ts';

test('a folder holds one world at a time, and opens again when that one has ended', async () => {
  const world = await testWorld();
  const config = readConfig({ PORT: '0', DATA_DIR: world.dataDir, AUTOMATA_CPU: '0' });
  await expect(openWorld(config, { log: openLog('silent') })).rejects.toMatchObject({ code: 'data.busy' });
  await world.close();
  const again = await testWorld({ dataDir: world.dataDir });
  expect(again.port).toBeGreaterThan(0);
});

test('a data folder that others can read is named to the host', async () => {
  const dataDir = await scratchFolder();
  await chmod(dataDir, 0o755);
  const world = await testWorld({ dataDir });
  expect(world.counts.recent()).toMatchObject([{ code: 'data.open' }]);
});
