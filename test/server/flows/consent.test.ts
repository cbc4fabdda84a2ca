/** Learning from people only with their word: before they were asked, after yes, after no, and yes once more. */
import { expect, test } from 'vitest';
import { parseAttemptId, parseAutomatonId } from '#shared/base/ids.ts';
import type { Profile } from '#shared/protocol/routes.ts';
import { playedCourse } from '#test/support/played-course.ts';
import { testWorld, visitor } from '#test/support/world.ts';

async function withCourse() {
  const world = await testWorld();
  const ben = await visitor(world, 'Ben');
  const course = await playedCourse(world, 'consent');
  const play = (idleTicks: number) => course.play(ben.person, idleTicks);
  const say = (given: boolean) => world.door.submit(ben.person, { kind: 'consent', given });
  const lessons = async () => (await world.store.lessons({ limit: 9 })).map(({ attempt }) => attempt);
  return { world, ben, course, play, say, lessons };
}

test('what a person said decides what is learned from, and nothing else', async () => {
  const { world, ben, play, say, lessons } = await withCourse();
  const profile = async (): Promise<Profile> => {
    const headers = { authorization: `Bearer ${ben.token}` };
    return (await fetch(`http://localhost:${world.port}/api/profile`, { headers })).json();
  };
  const unasked = await play(180);
  expect(unasked.attempt).not.toHaveProperty('consent');
  expect(await profile()).toMatchObject({ consent: null });
  expect(await lessons()).toEqual([]);

  // Yes is for what was handed in before, too.
  expect(await say(true)).toMatchObject({ accepted: true, sentence: expect.stringContaining('may learn') });
  expect(await profile()).toMatchObject({ consent: true });
  expect(await lessons()).toEqual([unasked.attempt.id]);
  const given = await play(120);
  expect(given.attempt.consent).toBe(true);
  expect((await lessons()).toSorted()).toEqual([unasked.attempt.id, given.attempt.id].toSorted());

  // No takes all of it away; record and laurel come and stay as for everybody.
  expect(await say(false)).toMatchObject({ accepted: true, sentence: expect.stringContaining('stays as it is') });
  expect(await lessons()).toEqual([]);
  const withheld = await play(60);
  expect(withheld.attempt.consent).toBe(false);
  expect(await lessons()).toEqual([]);
  const all = [unasked, given, withheld];
  expect(all.map(({ record }) => [record?.index, record?.laurel])).toEqual([
    [0, true],
    [1, true],
    [2, true],
  ]);
  expect(await world.store.laurels({ limit: 9 })).toHaveLength(3);

  // Yes once more: but what was handed in with a no stays out.
  await say(true);
  expect((await lessons()).toSorted()).toEqual([unasked.attempt.id, given.attempt.id].toSorted());
  const said = await world.store.events({ subject: ben.person.address, limit: 9 });
  expect(said.map(({ kind, body }) => [kind, body])).toEqual([
    ['consent', '{"given":true}'],
    ['consent', '{"given":false}'],
    ['consent', '{"given":true}'],
    ['signed-in', ''],
  ]);

  // Nobody else is told.
  const other = await fetch(`http://localhost:${world.port}/api/profiles/${ben.person.address}`);
  expect(await other.json()).not.toHaveProperty('consent');
});

test('a no that comes while the judge is at work holds', async () => {
  const { play, say, lessons, world, ben } = await withCourse();
  await say(true);
  const playing = play(60);
  await say(false);
  expect((await playing).record).toMatchObject({ laurel: true });
  expect(await lessons()).toEqual([]);
  expect(await world.store.consent(ben.person.address)).toBe(false);
});

test('an attempt may carry a word of its own; machines are asked nothing, and theirs is no lesson', async () => {
  const { world, ben, course, say, lessons } = await withCourse();
  const wrong = { kind: 'attempt', challenge: course.id, payload: course.tape(90), consent: 'yes' };
  expect(await world.door.submit(ben.person, wrong)).toMatchObject({ accepted: false, code: 'intent.malformed' });
  await say(true);
  const own = await world.door.submit(ben.person, { ...wrong, consent: false });
  if (!own.accepted) throw new Error(own.sentence);
  expect(await world.store.attempt(parseAttemptId(own.id))).toMatchObject({ consent: false });

  const actor = {
    kind: 'automaton',
    address: (await visitor(world, 'Orrin')).person.address,
    name: 'Orrin',
    automaton: parseAutomatonId('orrin'),
  } as const;
  expect(await world.door.submit(actor, { kind: 'consent', given: false })).toMatchObject({
    code: 'door.not-permitted',
  });
  const machine = await world.door.submit(actor, { kind: 'attempt', challenge: course.id, payload: course.tape(60) });
  if (!machine.accepted) throw new Error(machine.sentence);
  expect(await world.store.attempt(parseAttemptId(machine.id))).toMatchObject({ class: 'machine', consent: true });
  expect(await lessons()).toEqual([]);
});
