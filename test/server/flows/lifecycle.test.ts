import { expect, test } from 'vitest';
import { attemptFlow } from '#server/flows/attempt.ts';
import { engineCheck } from '#server/flows/engine-check.ts';
import { Finality } from '#server/flows/finality.ts';
import { FrontierRecheck } from '#server/flows/recheck.ts';
import type { ChallengeState } from '#shared/records/challenge.ts';
import { openLoop, personNamed } from '#test/support/loop.ts';
import { openCourse } from '#test/support/open-course.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

test('people move a course to the end of its window, and machines close it: every step is an event', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const course = await openCourse(loop);
  expect(await course.state()).toBe('frontier');
  await course.recheck();
  expect(loop.orders).toEqual([]);

  const first = await course.play('Ben', 60);
  expect(first).toMatchObject({ record: { index: 0, laurel: true, creditClass: 'first', parent: null } });
  expect(await course.state()).toBe('advanced');
  await course.settle();
  expect(await loop.store.outbox(9)).toHaveLength(1);
  loop.pass(HOUR_MS / 2);
  const better = await course.play('Cara', 0);
  expect(better.record).toMatchObject({ index: 1, laurel: true, holderName: 'Cara' });
  loop.pass(HOUR_MS / 2);
  await course.settle();
  expect((await loop.store.outbox(9)).map(({ kind }) => kind)).toEqual(['laurel', 'challenge']);
  expect(await course.state()).toBe('advanced');
  loop.pass(HOUR_MS);
  await course.settle();
  expect((await loop.store.outbox(9)).map(({ kind }) => kind)).toEqual(['laurel', 'laurel', 'challenge']);
  expect(await course.state()).toBe('solved');
  expect(await loop.store.pendingLaurels(9)).toEqual([]);

  loop.pass(8 * DAY_MS);
  await course.recheck();
  expect(loop.orders.map(({ seed, budgetCpuSeconds }) => [seed, budgetCpuSeconds])).toEqual([['recheck/1/1', 10]]);
  expect(await course.state()).toBe('solved');
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...course.witness } }));
  loop.pass(8 * DAY_MS);
  await course.recheck();
  expect(loop.orders.map(({ seed }) => seed).slice(1)).toEqual(['recheck/2/1', 'recheck/2/2', 'recheck/2/3']);
  expect(await course.state()).toBe('machine-solved');
  expect(loop.news.at(-1)).toMatchObject({ kind: 'closed', who: personNamed('Cara').address });
  expect(loop.news.at(-1)?.sentence).toMatch(/Cara held it for 16 days with/);
  expect((await loop.store.feedLines({ challenge: course.id, from: 0, limit: 9 })).map(({ kind }) => kind)).toEqual([
    'record',
    'record',
    'closed',
  ]);

  const after = await course.play('Dan', 30);
  expect(after).toMatchObject({ record: null, laurel: null });
  expect(await course.history()).toEqual([
    'submitted: draft → review',
    'taken-in: review → machine-attempts',
    'opened: machine-attempts → frontier',
    'advanced: frontier → advanced',
    'advanced: advanced → advanced',
    'settled: advanced → solved',
    'closed: solved → machine-solved',
  ]);
  await course.end();
});

test('one seed of five makes it training, and nobody’s laurel in the window is lost by that', async () => {
  const loop = await openLoop({ windowMs: 30 * DAY_MS });
  const course = await openCourse(loop);
  await course.recheck();
  const { laurel } = await course.play('Ben', 0);
  loop.machines(async ({ seed }) =>
    seed.endsWith('/1') ? { solved: true, progress: 1, best: { ...course.later(20) } } : { progress: 0.7 },
  );
  loop.pass(8 * DAY_MS);
  await course.recheck();
  expect(loop.orders).toHaveLength(5);
  expect(await course.state()).toBe('training');
  loop.pass(30 * DAY_MS);
  await course.settle();
  expect((await loop.store.outbox(9)).map(({ subject }) => subject)).toContain(laurel?.tokenId);
  expect(await course.state()).toBe('training');
  await course.end();
});

test('what nobody tries for ninety days is retired', async () => {
  const loop = await openLoop();
  const course = await openCourse(loop);
  await course.recheck();
  loop.pass(80 * DAY_MS);
  await course.recheck();
  expect(await course.state()).toBe('frontier');
  loop.pass(20 * DAY_MS);
  await course.recheck();
  expect(await course.state()).toBe('retired');
  await course.end();
});

test('two judges that differ freeze the challenge; after the thaw it is verified again', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const course = await openCourse(loop);
  const { laurel } = await course.play('Ben', 0);
  loop.pass(HOUR_MS);
  const doubts = { ok: true, value: 1, digest: '0'.repeat(64) };
  const doubting = new Finality({ ...loop.needs, secondOpinion: async () => doubts });
  doubting.poke();
  await doubting.idle();
  await doubting.close();
  expect(await course.state()).toBe('frozen');
  expect((await loop.store.outbox(9)).map(({ kind }) => kind)).toEqual(['challenge']);
  await course.settle();
  expect((await loop.store.outbox(9)).map(({ kind }) => kind)).toEqual(['challenge']);
  expect(await course.host('thaw')).toMatchObject({ accepted: true });
  await course.settle();
  expect((await loop.store.outbox(9)).map(({ subject }) => subject)).toContain(laurel?.tokenId);
  expect(await course.state()).toBe('solved');
  await course.end();
});

test('what the host invalidates keeps its records, says so in the feed, and never comes back', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const course = await openCourse(loop);
  const { laurel } = await course.play('Ben', 0);
  await expect(course.host('invalidate')).rejects.toMatchObject({ code: 'lifecycle.impossible' });
  await course.host('freeze');
  await expect(course.play('Cara', 10)).rejects.toMatchObject({ code: 'challenge.closed' });
  await course.host('invalidate');
  loop.pass(HOUR_MS);
  await course.settle();
  expect((await loop.store.outbox(9)).map(({ kind }) => kind)).toEqual(['challenge']);
  expect(await loop.store.laurel(laurel?.tokenId ?? '')).toMatchObject({ state: 'invalidated' });
  expect(await loop.store.records({ challenge: course.id, limit: 9 })).toHaveLength(1);
  const feed = await loop.store.feedLines({ challenge: course.id, from: 0, limit: 9 });
  expect(feed.map(({ kind }) => kind)).toEqual(['record', 'invalidated']);
  await expect(course.host('thaw')).rejects.toMatchObject({ code: 'lifecycle.impossible' });
  await course.end();
});

test('what this release cannot judge is frozen at the start, and thaws when it can be judged again', async () => {
  const loop = await openLoop();
  const course = await openCourse(loop);
  const challenge = await loop.store.challenge(course.id);
  if (challenge === null) throw new Error('the course is kept');
  expect(await engineCheck(loop.needs)).toBe(0);
  const put = (rules: number, state: ChallengeState) =>
    loop.store.transact((tx) => tx.putChallenge({ ...challenge, state, file: { ...challenge.file, rules } }));
  const { store } = loop;
  await put(9_999, 'frontier');
  const other = { ...loop.needs, store: { ...store, challenges: async () => [await stale(9_999)] } };
  async function stale(rules: number) {
    const now = await store.challenge(course.id);
    if (now === null) throw new Error('the course is kept');
    return { ...now, file: { ...now.file, rules } };
  }
  expect(await engineCheck(other)).toBe(1);
  expect(await course.state()).toBe('frozen');
  expect(await engineCheck(other)).toBe(0);
  await put(challenge.file.rules, 'frozen');
  expect(await engineCheck(loop.needs)).toBe(1);
  expect(await course.state()).toBe('frontier');
  await course.end();
});

test('whoever runs the world keeps the sealed solution, and earns nothing on it', async () => {
  const loop = await openLoop();
  const course = await openCourse(loop);
  const outcome = await course.play('Host', 0, true);
  expect(outcome).toMatchObject({ record: null, laurel: null });
  expect(outcome.sentence).toContain('sealed solution');
  expect(await course.state()).toBe('frontier');
  await course.end();
});

test('a pass that was cut off goes on with the run that was cut off', async () => {
  const loop = await openLoop();
  const course = await openCourse(loop);
  await course.recheck();
  loop.pass(8 * DAY_MS);
  let cut: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    cut = resolve;
  });
  loop.machines(async ({ seed }) => {
    if (!seed.endsWith('/3')) return { solved: seed.endsWith('/1'), progress: 1, best: { ...course.witness } };
    cut();
    return new Promise<never>(() => undefined);
  });
  const killed = new FrontierRecheck({
    ...loop.needs,
    everyMs: 7 * DAY_MS,
    budgetsCpuSeconds: { success: [10], record: [10] },
    seeds: 5,
  });
  killed.start();
  await reached;
  // Never closed: this is what kill -9 leaves.
  const before = loop.orders.length;
  loop.machines(async () => ({ progress: 0.1 }));
  await course.recheck();
  expect(loop.orders.slice(before).map(({ seed }) => seed)).toEqual(['recheck/1/3', 'recheck/1/4', 'recheck/1/5']);
  expect(await course.state()).toBe('training');
  await course.end();
});

test('what is at the judge while its challenge is frozen is judged like any other after the thaw', async () => {
  const loop = await openLoop();
  const course = await openCourse(loop);
  const { judge } = loop.needs;
  const slow = { ...loop.needs, finality: { poke: () => undefined } };
  const payload = course.later(0);
  const handedIn = {
    ...{ actor: personNamed('Ben'), challenge: course.id, payload, class: 'live' as const },
    ...{ wallMs: course.wallMs(0), atMs: loop.needs.clock() },
  };
  const frozenMeanwhile = attemptFlow(handedIn, {
    ...slow,
    judge: async (...order) => {
      await course.host('freeze');
      return judge(...order);
    },
  });
  await expect(frozenMeanwhile).rejects.toMatchObject({ code: 'challenge.closed' });
  expect(await loop.store.attemptCount({ challenge: course.id })).toBe(0);
  await course.host('thaw');
  expect(await attemptFlow(handedIn, slow)).toMatchObject({ record: { index: 0, laurel: true } });
  await course.end();
});
