/** The news of the day: what happened when, by days, told only of what everybody may see. */
import { expect, test } from 'vitest';
import { chronicle, dailyNews } from '#server/http/daily-news.ts';
import { openLoop, personNamed } from '#test/support/loop.ts';
import { openCourse } from '#test/support/open-course.ts';
import { testWorld } from '#test/support/world.ts';

const DAY_MS = 86_400_000;

test('a world where nothing happened has no news, and the route says which day it is', async () => {
  const nowMs = Date.UTC(2026, 4, 5, 23, 59);
  const world = await testWorld({ clock: () => nowMs });
  const response = await fetch(`http://localhost:${world.port}/api/news`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ today: '2026-05-05', days: [] });
});

test('each day tells its laurels, firsts, gates, closings and lessons, newest day first, for a week', async () => {
  const loop = await openLoop();
  const course = await openCourse(loop);
  const ben = personNamed('Ben').address;
  const news = async () => dailyNews(await chronicle(loop.store, loop.needs.clock), loop.needs.clock());
  expect(await news()).toMatchObject({
    today: '2026-01-01',
    days: [{ day: '2026-01-01', opened: [{ title: 'The Seven Steps', unsolved: true }], laurels: [], closed: [] }],
  });

  loop.pass(DAY_MS);
  await course.play('Ben', 60);
  await loop.store.transact(async (tx) => {
    await tx.putPerson({ address: ben, name: 'Ben', host: false, seenAtMs: 1 });
    const [record] = await tx.records({ challenge: course.id, limit: 1 });
    if (record === undefined) throw new Error('Ben holds it');
    const { attempt, challenge } = record;
    const payloadHash = 'a'.repeat(64) as never;
    await tx.addLesson({ attempt, challenge, payloadHash, learntAtMs: loop.needs.clock() });
  });
  const { days } = await news();
  expect(days.map(({ day }) => day)).toEqual(['2026-01-02', '2026-01-01']);
  expect(days[0]).toMatchObject({
    laurels: [{ title: 'The Seven Steps', who: [{ name: 'Ben', address: ben }], unit: 'tick' }],
    firsts: [{ title: 'The Seven Steps', who: [{ name: 'Ben', address: ben }] }],
    taught: [{ title: 'The Seven Steps', who: [{ name: 'Ben', address: ben }], lessons: 1 }],
    opened: [],
  });
  expect(days[0]?.laurels[0]?.attempt).toBe(days[0]?.firsts[0]?.attempt);

  await course.recheck();
  loop.machines(async () => ({ solved: true, progress: 1, best: { ...course.witness } }));
  loop.pass(8 * DAY_MS);
  await course.recheck();
  // A week later the rest has passed.
  expect((await news()).days).toMatchObject([
    { day: '2026-01-10', closed: [{ title: 'The Seven Steps' }], laurels: [] },
  ]);
});

test('what the host invalidated is told no more', async () => {
  const loop = await openLoop({ windowMs: DAY_MS });
  const course = await openCourse(loop);
  await course.play('Ben', 60);
  const before = dailyNews(await chronicle(loop.store, loop.needs.clock), loop.needs.clock());
  expect(before.days[0]?.laurels).toHaveLength(1);
  await course.host('freeze');
  await course.host('invalidate');
  const after = dailyNews(await chronicle(loop.store, loop.needs.clock), loop.needs.clock());
  expect(after.days.flatMap(({ laurels, firsts, opened }) => [...laurels, ...firsts, ...opened])).toEqual([]);
});
