/** Learning from people only with their word: before they were asked, after yes, after no, and yes once more. */
import { expect, test } from 'vitest';
import { tapesPayload } from '#content/families/parkour/instance.ts';
import { attemptFlow } from '#server/flows/attempt.ts';
import { consentFlow } from '#server/flows/consent.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import { parseAttemptId, parseAutomatonId } from '#shared/base/ids.ts';
import type { Profile } from '#shared/protocol/routes.ts';
import type { Person } from '#shared/records/actor.ts';
import { openLoop, personNamed } from '#test/support/loop.ts';
import { pairFile, pairPayload, pairTapes } from '#test/support/pair-course.ts';
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
  // Their first verified result stands there too, told by its own test.
  expect(said.filter(({ kind }) => kind !== 'first').map(({ kind, body }) => [kind, body])).toEqual([
    ['consent', '{"given":true}'],
    ['consent', '{"given":false}'],
    ['consent', '{"given":true}'],
    ['signed-in', ''],
  ]);

  // Nobody else is told.
  const other = await fetch(`http://localhost:${world.port}/api/profiles/${ben.person.address}`);
  expect(await other.json()).not.toHaveProperty('consent');
  const shown = await fetch(`http://localhost:${world.port}/api/attempts/${given.attempt.id}`);
  const attempt = await shown.json();
  expect(attempt).toMatchObject({ id: given.attempt.id, actor: { name: 'Ben' } });
  expect(attempt).not.toHaveProperty('consent');
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

/** A course for two at the frontier, with Ada and Bo, who play it together. */
async function withPair() {
  const world = await testWorld();
  const maker = await visitor(world, 'Maker');
  const [ada, bo] = [(await visitor(world, 'Ada')).person, (await visitor(world, 'Bo')).person];
  const intent = { kind: 'challenge', title: 'Pair', file: pairFile(), clear: pairPayload() } as const;
  const published = await world.door.submit(maker.person, intent);
  if (!published.accepted) throw new Error(published.sentence);
  await world.tries.idle();
  /** They play it after standing still for that many ticks. */
  const play = async (idleTicks: number) => {
    const tapes = pairTapes().map((tape) => Uint8Array.from([...new Uint8Array(idleTicks), ...tape]));
    const wallMs = ((tapes[0]?.length ?? 0) / 60) * 1_000;
    const payload = tapesPayload(tapes);
    const handedIn = { challenge: published.id, payload, class: 'live', wallMs } as const;
    const outcome = await world.door.attempt({ actor: ada, party: [ada, bo], ...handedIn });
    expect(outcome.record).toMatchObject({ holderName: 'Ada and Bo' });
    return outcome.attempt;
  };
  const say = (who: typeof ada, given: boolean) => world.door.submit(who, { kind: 'consent', given });
  const lessons = async () => (await world.store.lessons({ limit: 9 })).map(({ attempt }) => attempt);
  return { ada, bo, play, say, lessons };
}

test('what a party did is learned from with the word of all of them, and of none less', async () => {
  const { ada, bo, play, say, lessons } = await withPair();
  // One said yes, the other was never asked.
  await say(ada, true);
  const { id, ...unasked } = await play(40);
  expect(unasked).not.toHaveProperty('consent');
  expect(await lessons()).toEqual([]);
  await say(bo, true);
  expect(await lessons()).toEqual([id]);

  // Whoever takes the word back takes it back for all, the first of the party or not.
  for (const [one, other] of [
    [bo, ada],
    [ada, bo],
  ] as const) {
    await say(one, false);
    expect(await lessons()).toEqual([]);
    await say(other, true);
    expect(await lessons()).toEqual([]);
    await say(one, true);
    expect(await lessons()).toEqual([id]);
  }

  // With both it is a lesson at once; with a no of either it never is.
  const both = await play(30);
  expect(both.consent).toBe(true);
  expect((await lessons()).toSorted()).toEqual([id, both.id].toSorted());
  await say(bo, false);
  expect((await play(20)).consent).toBe(false);
  await say(ada, false);
  await say(bo, true);
  expect((await play(10)).consent).toBe(false);
  expect(await lessons()).toEqual([]);
  await say(ada, true);
  expect((await lessons()).toSorted()).toEqual([id, both.id].toSorted());
});

test('a no of one of a party that comes while the judge is at work holds', async () => {
  const { needs, store } = await openLoop();
  const [maker, ada, bo] = [personNamed('Maker'), personNamed('Ada'), personNamed('Bo')];
  const [file, atMs] = [pairFile(), needs.clock()];
  const say = (actor: Person, given: boolean) =>
    consentFlow({ actor, intent: { kind: 'consent', given }, atMs }, needs);
  const course = { id: challengeId(file), file, title: 'Pair', state: 'frontier', creator: maker.address } as const;
  await store.transact(async (tx) => {
    await tx.putChallenge({ ...course, witnessHash: null, machine: [], changedAtMs: atMs });
    for (const { address, name, host } of [ada, bo]) await tx.putPerson({ address, name, host, seenAtMs: atMs });
  });
  for (const who of [ada, bo]) await say(who, true);
  const judge: typeof needs.judge = async (...asked) => {
    await say(bo, false);
    return needs.judge(...asked);
  };
  const handedIn = { challenge: course.id, payload: pairPayload(), class: 'live', wallMs: 4_200, atMs } as const;
  const finality = { poke: () => undefined };
  const outcome = await attemptFlow({ actor: ada, party: [ada, bo], ...handedIn }, { ...needs, judge, finality });
  expect(outcome).toMatchObject({ record: { holderName: 'Ada and Bo' }, attempt: { consent: true } });
  expect(await store.lessons({ limit: 9 })).toEqual([]);
});
