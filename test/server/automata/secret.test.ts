import { expect, onTestFinished, test } from 'vitest';
import { load, SKILLS } from '#content/catalog.ts';
import { loadCrafts } from '#content/skills/load-crafts.ts';
import { FOUNDERS } from '#content/world/automata.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { automataSecret, turnRng } from '#server/automata/secret.ts';
import type { View } from '#shared/records/view.ts';
import { scratchFolder } from '#test/support/scratch.ts';

async function secretIn(dataDir: string): Promise<string> {
  const store = await openStore({ dataDir });
  try {
    return await automataSecret(store);
  } finally {
    await store.close();
  }
}

test('the secret of a host stays the same, and no two hosts have the same', async () => {
  const dataDir = await scratchFolder();
  const secret = await secretIn(dataDir);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await secretIn(dataDir)).toBe(secret);
  expect(await secretIn(await scratchFolder())).not.toBe(secret);
});

test('who knows an automaton and its turn, but not the secret, cannot lay its course and so not its witness', async () => {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const [founder] = FOUNDERS;
  if (founder === undefined) throw new Error('There are no founders.');
  const { id, name, personality } = founder;
  const nothing = { works: [], challenges: [], freeSpots: { pedestal: 0, frame: 0 } };
  const view: View = { self: { id, name, personality }, turn: 7, cpuSecondsLeft: 20, ...nothing };
  const pose = await load(SKILLS, 'pose');
  const crafts = await loadCrafts();
  const seedOf = async (secret: string) => {
    const decision = await pose.decide(view, turnRng(secret, id, 7).fork('decide'), crafts);
    return decision.kind === 'errand' ? (decision.input as { seed: string }).seed : '';
  };
  const secret = await automataSecret(store);
  const seed = await seedOf(secret);
  expect(seed).toMatch(/^[0-9a-f]{32}$/);
  expect(await seedOf(secret)).toBe(seed);
  for (const guess of ['', id, '0'.repeat(64)]) expect(await seedOf(guess)).not.toBe(seed);
});
