import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { openWorld } from '#server/world.ts';
import { testWorld } from '#test/support/world.ts';

test('a folder holds one world at a time, and opens again when that one has ended', async () => {
  const world = await testWorld();
  const config = readConfig({ PORT: '0', DATA_DIR: world.dataDir, AUTOMATA_CPU: '0' });
  await expect(openWorld(config, { log: openLog('silent') })).rejects.toMatchObject({ code: 'data.busy' });
  await world.close();
  const again = await testWorld({ dataDir: world.dataDir });
  expect(again.port).toBeGreaterThan(0);
});
