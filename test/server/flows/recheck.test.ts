import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { parkour } from '#content/families/parkour.ts';
import { migrate } from '#server/adapters/store/migrations.ts';
import { FrontierRecheck } from '#server/flows/recheck.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { Rng } from '#shared/base/rng.ts';
import { type Loop, openLoop, personNamed } from '#test/support/loop.ts';
import { openCourse } from '#test/support/open-course.ts';
import { hollow, openPlanet } from '#test/support/open-planet.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const WEEK_MS = 7 * 86_400_000;

/** Looks whether a pass is due, and waits for it. */
function recheckOf(loop: Loop): () => Promise<void> {
  const budgetsCpuSeconds = { success: [10], record: [10] };
  const recheck = new FrontierRecheck({ ...loop.needs, everyMs: WEEK_MS, budgetsCpuSeconds, seeds: 5 });
  onTestFinished(() => recheck.close());
  return async () => {
    recheck.start();
    await recheck.idle();
  };
}

test('the bar of a re-check is what a person did, not what a machine made of it since', async () => {
  const loop = await openLoop();
  const planet = await openPlanet(loop, hollow(2));
  const recheck = recheckOf(loop);
  await recheck();
  await planet.handIn('Ben', hollow(1).payload);
  await planet.settle();
  const held = (await planet.records()).at(-1);
  if (held === undefined) throw new Error('Ben has a record');
  const value = hollow(0).value.toFixed(12);
  const machines = { holderName: 'thomson-hopping', holderKind: 'automaton', laurel: false, basin: 'deeper' } as const;
  await loop.store.transact((tx) => tx.addRecord({ ...held, ...machines, index: 2, value }));
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...hollow(2).payload } }));
  loop.pass(WEEK_MS);
  await recheck();
  expect(await planet.state()).toBe('frontier');
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...hollow(1).payload } }));
  loop.pass(WEEK_MS);
  await recheck();
  expect(await planet.state()).toBe('machine-solved');
});

test.each(['pool.down', 'pool.congested', 'pool.lost'])(
  'a pass that %s interrupts is not done: it goes on when machines can be had again',
  async (code) => {
    const loop = await openLoop();
    const course = await openCourse(loop);
    const recheck = recheckOf(loop);
    await recheck();
    loop.pass(WEEK_MS);
    loop.machines(() => Promise.reject(new DimensionError(code, 'Nobody is there.')));
    await recheck();
    expect(loop.orders.map(({ seed }) => seed)).toEqual(['recheck/1/1']);
    const passes = async () => (await loop.store.events({ subject: 'recheck', limit: 9 })).length;
    expect(await passes()).toBe(0);
    loop.machines(async () => ({ progress: 0.1 }));
    await recheck();
    expect(loop.orders.map(({ seed }) => seed)).toEqual(['recheck/1/1', 'recheck/1/1']);
    expect(await passes()).toBe(1);
    await recheck();
    expect(loop.orders).toHaveLength(2);
    expect(await course.state()).toBe('frontier');
    await course.end();
  },
);

test('a world that is older than the re-check is re-checked at its first look, a fresh one a week later', async () => {
  const dataDir = await scratchFolder();
  const database = new DatabaseSync(join(dataDir, 'dimension.sqlite'));
  database.exec('pragma journal_mode = wal');
  migrate(database, 2);
  const { instance } = await parkour.generate(new Rng('old'), 0);
  const file = { family: parkour.id, rules: parkour.rules, instance };
  const insert = `insert into challenges (id, file_json, title, state, creator, witness_hash, changed_at_ms)
    values (?, ?, 'Old', 'frontier', ?, null, ?)`;
  const now = Date.UTC(2026, 0, 1);
  database.prepare(insert).run(challengeId(file), JSON.stringify(file), personNamed('Ann').address, now);
  database.close();
  const loop = await openLoop({ dataDir });
  const recheck = recheckOf(loop);
  await recheck();
  expect(loop.orders.map(({ seed }) => seed)).toEqual(['recheck/1/1']);
  await recheck();
  expect(loop.orders).toHaveLength(1);

  const fresh = await openLoop();
  const course = await openCourse(fresh);
  const look = recheckOf(fresh);
  await look();
  expect(fresh.orders).toEqual([]);
  fresh.pass(WEEK_MS);
  await look();
  expect(fresh.orders).toHaveLength(1);
  await course.end();
});

test('a run on which every worker breaks is given up for this pass, and the pass ends', async () => {
  const loop = await openLoop();
  const course = await openCourse(loop);
  const recheck = recheckOf(loop);
  await recheck();
  loop.pass(WEEK_MS);
  loop.machines(() => Promise.reject(new DimensionError('pool.crashed', 'The worker broke on this job.')));
  await recheck();
  expect(loop.orders).toHaveLength(3);
  expect(await loop.store.events({ subject: 'recheck', limit: 9 })).toHaveLength(1);
  expect(await course.state()).toBe('frontier');
  await course.end();
});
