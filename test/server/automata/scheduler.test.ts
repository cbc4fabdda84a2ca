import { expect, onTestFinished, test, vi } from 'vitest';
import { FOUNDERS } from '#content/world/automata.ts';
import { openCalls } from '#server/adapters/chain/calls.ts';
import { AutomatonBodies } from '#server/automata/bodies.ts';
import { CpuMeter } from '#server/automata/cpu-meter.ts';
import { provisionalAccount } from '#server/automata/planting.ts';
import { startAutomata } from '#server/automata/scheduler.ts';
import { workId } from '#shared/base/content-ids.ts';
import { fromHex } from '#shared/base/hash.ts';
import { parseAutomatonId } from '#shared/base/ids.ts';
import { testWorld } from '#test/support/world.ts';

const PATIENCE = { timeout: 50_000, interval: 100 };

test('automata live: they make works that stand in the world, say what they do, and stop for good', async () => {
  const world = await testWorld();
  const bodies = new AutomatonBodies();
  const automata = startAutomata({
    store: world.store,
    door: world.door,
    pool: world.pool,
    calls: openCalls(),
    counts: world.counts,
    clock: () => Date.now(),
    account: (_index, name) => provisionalAccount(parseAutomatonId(name.toLowerCase())),
    bodies,
    cpuShare: 2,
    keepRun: () => Promise.resolve(),
  });
  onTestFinished(() => automata.close());
  const works = await vi.waitFor(async () => {
    const made = await world.store.works({ limit: 10 });
    expect(made.length).toBeGreaterThan(0);
    return made;
  }, PATIENCE);
  const all = await world.store.automata();
  expect(all.map(({ id }) => id).sort()).toEqual(FOUNDERS.map(({ id }) => id as string).sort());
  for (const work of works) {
    expect(all.map(({ account }) => account)).toContain(work.maker);
    expect(work.id).toBe(workId(fromHex(work.genome)));
    expect(work.placement).not.toBeNull();
  }
  await vi.waitFor(async () => {
    const used = (await world.store.automata()).reduce((sum, { cpuSecondsUsed }) => sum + cpuSecondsUsed, 0);
    expect(used).toBeGreaterThan(0);
  }, PATIENCE);
  expect(bodies.all()).toHaveLength(FOUNDERS.length);
  for (const { because } of bodies.all()) expect(because.length).toBeGreaterThan(3);

  await automata.close();
  const before = await world.store.automata();
  await world.pool.run('checkWork', { generator: works[0]?.generator ?? '', genome: works[0]?.genome ?? '' }, 'people');
  expect(await world.store.automata()).toEqual(before);
});

test('the meter saves a share of a core up to a bound and goes below zero when an errand overran', () => {
  const meter = new CpuMeter(0.25, 0);
  const first = meter.left(0);
  expect(meter.left(40_000)).toBeCloseTo(first + 10, 9);
  meter.spend(first + 30);
  expect(meter.left(40_000)).toBeLessThan(0);
  expect(meter.left(10_000_000)).toBe(60);
  expect(new CpuMeter(0, 0).left(10_000_000)).toBe(0);
});
