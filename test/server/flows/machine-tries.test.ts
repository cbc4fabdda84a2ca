import { expect, onTestFinished, test, vi } from 'vitest';
import { parkour } from '#content/families/parkour.ts';
import type { StarterCourse } from '#content/world/starter-file.ts';
import { openCalls } from '#server/adapters/chain/calls.ts';
import { openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import { MemoryCounts } from '#server/adapters/counts.ts';
import { openStore } from '#server/adapters/store/open-store.ts';
import { MachineTries } from '#server/flows/machine-tries.ts';
import type { Pool } from '#server/ports/pool.ts';
import type { Store } from '#server/ports/store.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { canonicalJson, sha256 } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Challenge, MachineRun } from '#shared/records/challenge.ts';
import { Guest } from '#test/support/guest.ts';
import { scratchFolder } from '#test/support/scratch.ts';
import { madeCourse, testWorld, visitor } from '#test/support/world.ts';

const QUICK = { budgetsCpuSeconds: [0.05, 0.1], seeds: 2 };

async function only(challenges: Promise<Challenge[]>): Promise<Challenge> {
  const [first, ...rest] = await challenges;
  if (first === undefined || rest.length > 0) throw new Error('there is exactly one challenge');
  return first;
}

test('machines try what is published, every run is kept, and the gate opens as the log says', async () => {
  const world = await testWorld({ ladder: QUICK });
  const ann = await visitor(world, 'Ann');
  const { intent } = await madeCourse(world, 'tries');
  expect(await world.door.submit(ann.person, intent)).toMatchObject({ accepted: true });
  expect((await only(world.store.challenges({ limit: 9 }))).state).toBe('machine-attempts');
  await world.tries.idle();
  const { state, machine } = await only(world.store.challenges({ limit: 9 }));
  const seedsThatDid = new Set(machine.filter((run) => run.solved).map(({ seed }) => seed)).size;
  expect(state).toBe(['frontier', 'training', 'machine-solved'][seedsThatDid]);
  expect(machine.length).toBeGreaterThan(0);
  expect(seedsThatDid > 0 || machine.length === 4).toBe(true);
  for (const run of machine) expect(run.cpuSeconds).toBeGreaterThan(0);
});

test('after a stop in the middle the machines go on where they were', async () => {
  const long = { budgetsCpuSeconds: [0.05, 30], seeds: 1 };
  const world = await testWorld({ ladder: long });
  const ann = await visitor(world, 'Ann');
  const { intent } = await madeCourse(world, 'again', 1);
  await world.door.submit(ann.person, intent);
  const runs = async () => (await only(world.store.challenges({ limit: 9 }))).machine.length;
  await expect.poll(runs, { timeout: 30_000 }).toBe(1);
  await world.close();
  const again = await testWorld({ dataDir: world.dataDir, ladder: { budgetsCpuSeconds: [0.05, 0.1], seeds: 1 } });
  await again.tries.idle();
  const { machine, state } = await only(again.store.challenges({ limit: 9 }));
  expect(machine.map((run) => run.budgetCpuSeconds).slice(0, 1)).toEqual([0.05]);
  expect(machine.some((run) => run.solved) || machine.length === 2).toBe(true);
  expect(['training', 'machine-solved', 'frontier']).toContain(state);
});

test('an empty world opens with its starters as their logs say, once', async () => {
  const maker = await testWorld();
  const { intent, witness } = await madeCourse(maker, 'starter');
  const run = { solver: 'go-explore', release: 1, cpuSeconds: 1, steps: 1, progress: 0.5, solved: false };
  const starter = (title: string, solved: boolean): StarterCourse => ({
    title,
    creator: 'orrin',
    file: intent.file,
    witnessHash: sha256(canonicalJson(witness)),
    machine: [{ ...run, seed: '1', budgetCpuSeconds: 10, solved }],
  });
  const ladder = { budgetsCpuSeconds: [1, 10], seeds: 1 };
  const world = await testWorld({ starters: [starter('Unsolved', false)], ladder });
  const opened = await only(world.store.challenges({ limit: 9 }));
  expect(opened).toMatchObject({ title: 'Unsolved', state: 'frontier' });
  await expect.poll(() => world.store.automata(), { timeout: 20_000 }).toHaveLength(3);
  const orrin = (await world.store.automata()).find(({ id }) => id === 'orrin');
  expect(opened.creator).toBe(orrin?.account);
  await world.close();
  const again = await testWorld({ dataDir: world.dataDir, starters: [starter('Solved', true)], ladder });
  expect((await only(again.store.challenges({ limit: 9 }))).title).toBe('Unsolved');
});

test('what automata posed waits for their share, and people’s challenges do not wait for it', async () => {
  const world = await testWorld({ ladder: QUICK });
  await expect.poll(() => world.store.automata(), { timeout: 20_000 }).toHaveLength(3);
  const orrin = (await world.store.automata()).find(({ id }) => id === 'orrin');
  if (orrin === undefined) throw new Error('orrin is there from the beginning');
  const machine = { kind: 'automaton', automaton: orrin.id, address: orrin.account, name: orrin.name } as const;
  const ann = await visitor(world, 'Ann');
  const posed = await madeCourse(world, 'posed');
  const published = await madeCourse(world, 'published');
  expect(await world.door.submitIntent(machine, posed.intent)).toMatchObject({ accepted: true });
  expect(await world.door.submit(ann.person, published.intent)).toMatchObject({ accepted: true });
  const states = async () =>
    Object.fromEntries((await world.store.challenges({ limit: 9 })).map(({ title, state }) => [title, state]));
  await expect.poll(async () => (await states())['Course published'], { timeout: 40_000 }).not.toBe('machine-attempts');
  expect((await states())['Course posed']).toBe('machine-attempts');
});

test('nobody fills the machines’ queue: a creator’s fourth challenge has to wait', async () => {
  const world = await testWorld({ ladder: { budgetsCpuSeconds: [30], seeds: 5 } });
  const ann = await visitor(world, 'Ann');
  const rulings: string[] = [];
  for (const seed of ['q1', 'q2', 'q3', 'q4']) {
    const { intent } = await madeCourse(world, seed, 1);
    const ruling = await world.door.submit(ann.person, intent);
    rulings.push(ruling.accepted ? 'accepted' : ruling.code);
  }
  expect(rulings).toEqual(['accepted', 'accepted', 'accepted', 'challenge.waiting']);
});

/** What `MachineTries` needs, with a pool of our own making. */
async function triesOn(
  dataDir: string,
  run: Pool['run'],
): Promise<{ tries: MachineTries; store: Store; saved: Challenge }> {
  const store = await openStore({ dataDir });
  const { instance } = await parkour.generate(new Rng('tries'), 0);
  const file = { family: parkour.id, rules: parkour.rules, instance };
  const saved: Challenge = {
    id: challengeId(file),
    file,
    title: 'A course',
    state: 'machine-attempts',
    creator: new Guest('Ann').address,
    witnessHash: null,
    machine: [],
    changedAtMs: 0,
  };
  await store.transact((tx) => tx.putChallenge(saved));
  const pool: Pool = { run, status: () => ({ workers: 1, waiting: 0, running: 0 }), close: async () => undefined };
  const tries = new MachineTries({
    store,
    pool,
    judge: () => Promise.reject(new DimensionError('test.judge', 'Nothing is judged here.')),
    calls: openCalls(),
    signer: openVerdictSigner({ key: `0x${'11'.repeat(32)}`, chainId: 1 }),
    announcer: { news: () => undefined, challengeChanged: () => undefined, workChanged: () => undefined },
    counts: new MemoryCounts(() => 0),
    clock: Date.now,
    ladder: { budgetsCpuSeconds: [1], seeds: 1 },
    windowMs: 0,
    cpuShare: 1,
  });
  onTestFinished(() => store.close());
  return { tries, store, saved };
}

test('a challenge on which every worker breaks is closed instead of waiting for ever', async () => {
  const broken = () => Promise.reject(new DimensionError('pool.timeout', 'Too long.'));
  const { tries, store, saved } = await triesOn(await scratchFolder(), broken);
  tries.enqueue(saved);
  await tries.idle();
  expect((await store.challenge(saved.id))?.state).toBe('rejected');
});

/** A failed run of the only solver there is for courses. */
const FAILED: MachineRun = {
  ...{ solver: 'go-explore', release: 1, seed: '1', budgetCpuSeconds: 1, cpuSeconds: 1, steps: 1 },
  ...{ solved: false, progress: 0 },
};

/** Lets everything that needs no timer happen until it is so. */
async function come(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

test.each(['pool.down', 'pool.congested', 'pool.unserved', 'pool.full', 'pool.lost', 'pool.answer'])(
  'a queue that answers %s is nobody’s fault: the challenge waits longer and longer, and goes on by itself',
  async (code) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const asked: number[] = [];
    let isBack = false;
    const { tries, store, saved } = await triesOn(await scratchFolder(), async () => {
      asked.push(Date.now());
      if (isBack) return FAILED as never;
      throw new DimensionError(code, 'Nobody is there.');
    });
    const began = Date.now();
    tries.enqueue(saved);
    for (let times = 1; times <= 6; times++) {
      await come(() => asked.length === times && vi.getTimerCount() === 1);
      await vi.advanceTimersToNextTimerAsync();
    }
    await come(() => asked.length === 7 && vi.getTimerCount() === 1);
    expect(asked.map((atMs) => (atMs - began) / 1_000)).toEqual([0, 1, 3, 7, 15, 31, 63]);
    expect((await store.challenge(saved.id))?.state).toBe('machine-attempts');
    isBack = true;
    await vi.advanceTimersToNextTimerAsync();
    await tries.idle();
    expect((await store.challenge(saved.id))?.state).toBe('frontier');
  },
);

test('what breaks while nobody can be had in between is closed by its breaks alone', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const said = ['pool.crashed', 'pool.down', 'pool.crashed', 'pool.congested', 'pool.timeout'];
  const { tries, store, saved } = await triesOn(await scratchFolder(), () => {
    return Promise.reject(new DimensionError(said.shift() ?? 'test.more', 'No.'));
  });
  tries.enqueue(saved);
  for (const left of [3, 1]) {
    await come(() => said.length === left && vi.getTimerCount() === 1);
    expect((await store.challenge(saved.id))?.state).toBe('machine-attempts');
    await vi.advanceTimersToNextTimerAsync();
  }
  await tries.idle();
  expect([said, (await store.challenge(saved.id))?.state]).toEqual([[], 'rejected']);
});

test('a gate that could not be opened because the judge was away is opened when it is back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { tries, store, saved } = await triesOn(await scratchFolder(), async () => FAILED as never);
  const { transact } = store;
  let broken = 0;
  // The opening is the only transaction that sets how new a challenge is.
  store.transact = (work) =>
    transact((tx) =>
      work({
        ...tx,
        setNovelty: async (...novelty) => {
          if (broken++ === 0) throw new DimensionError('pool.down', 'Nobody is there.');
          return tx.setNovelty(...novelty);
        },
      }),
    );
  tries.enqueue(saved);
  await come(() => broken === 1 && vi.getTimerCount() === 1);
  await vi.advanceTimersToNextTimerAsync();
  await tries.idle();
  expect((await store.challenge(saved.id))?.state).toBe('frontier');
});

test('a challenge that the host hides while its last run is under way stays hidden', async () => {
  const kept: { store?: Store } = {};
  const { tries, store, saved } = await triesOn(await scratchFolder(), async () => {
    await kept.store?.transact((tx) => tx.putChallenge({ ...saved, state: 'hidden' }));
    return FAILED as never;
  });
  kept.store = store;
  tries.enqueue(saved);
  await tries.idle();
  expect((await store.challenge(saved.id))?.state).toBe('hidden');
});
