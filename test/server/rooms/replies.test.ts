import { expect, test } from 'vitest';
import type { AttemptOutcome, Door } from '#server/ports/door.ts';
import { NO_GUIDE } from '#server/ports/guiding.ts';
import { abilityOf, difficultiesOf } from '#server/ports/ratings.ts';
import { Parties } from '#server/rooms/parties.ts';
import { Replies } from '#server/rooms/replies.ts';
import { Seat } from '#server/rooms/seat.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { toBase64 } from '#shared/base/hash.ts';
import { type Address, parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import { atRest } from '#shared/physics/steer.ts';
import { pairFile, pairPayload } from '#test/support/pair-course.ts';
import { madeCourse, testWorld, visitor } from '#test/support/world.ts';

/** Parties that nobody hears of. */
function silentParties(stopwatch: () => number): Parties {
  const silent = () => undefined;
  const judge = () => Promise.reject(new DimensionError('test.party', 'Nobody plays together here.'));
  return new Parties({ stopwatch, judge, tellParty: silent, tellPlayed: silent, waits: silent, changed: silent });
}

/** The door of a world whose judge is away as often as told, then there. */
function moody(door: Door, away: string[]): Door & { readonly asked: () => number } {
  let asked = 0;
  return {
    submit: (actor, raw) => door.submit(actor, raw),
    submitIntent: (actor, intent) => door.submitIntent(actor, intent),
    async attempt(handedIn): Promise<AttemptOutcome> {
      asked++;
      const code = away.shift();
      if (code !== undefined) throw new DimensionError(code, 'Not now.');
      return door.attempt(handedIn);
    },
    gaveUp: (actor, challenge) => door.gaveUp(actor, challenge),
    asked: () => asked,
  };
}

const SILENT = { say: () => Promise.resolve(), report: () => Promise.resolve() };

test('a run whose judge was away is not lost, and a finish asked twice is judged once', async () => {
  const world = await testWorld();
  const maker = await visitor(world, 'Maker');
  const { intent } = await madeCourse(world, 'answers');
  const published = await world.door.submit(maker.person, intent);
  if (!published.accepted) throw new Error(published.sentence);
  await world.tries.idle();
  const door = moody(world.door, ['pool.full', 'pool.timeout', 'challenge.closed']);
  let nowMs = Date.now();
  const replies = new Replies({
    isPlaced: () => false,
    guide: NO_GUIDE,
    door,
    store: world.store,
    counts: world.counts,
    stopwatch: () => nowMs,
    parties: silentParties(() => nowMs),
    talk: SILENT,
    runsChanged: () => undefined,
  });
  const address = parseAddress(`0x${'2'.repeat(40)}`);
  const person = { kind: 'person', address, name: 'Ann', host: false } as const;
  const seat = new Seat('a', person, { ...atRest(), x: 0, y: 0, z: 0, yaw: 0 });
  const ask = (type: 'begin' | 'ticks' | 'finish', body: unknown) => replies.answer(type, seat, body);
  expect(await ask('begin', { run: 1, challenge: published.id })).toMatchObject({ ok: true });
  nowMs += 250;
  expect(await ask('ticks', { run: 1, from: 0, bytes: 'QEBAQEBAQEBA' })).toMatchObject({ ok: true });
  expect(await ask('finish', { run: 1 })).toMatchObject({ ok: false, code: 'pool.full' });
  expect(await ask('begin', { run: 2, challenge: published.id })).toMatchObject({ ok: true });
  nowMs += 5_000;
  expect(await ask('finish', { run: 1 })).toMatchObject({ ok: false, code: 'pool.timeout' });
  nowMs += 5_000;
  expect(await ask('finish', { run: 1 })).toMatchObject({ ok: false, code: 'challenge.closed' });
  nowMs += 5_000;
  const both = await Promise.all([ask('finish', { run: 1 }), ask('finish', { run: 1 })]);
  expect(both[0]).toMatchObject({ ok: true, value: { holds: false } });
  expect(both[1]).toEqual(both[0]);
  expect(door.asked()).toBe(4);
  expect(seat.run?.run).toBe(2);
  expect(await ask('finish', { run: 2 })).toMatchObject({ ok: false, code: 'run.empty' });
});

test('a run that was played alone counts as live, unless a start of it is what another played in a joint run', async () => {
  const world = await testWorld();
  const { person: maker } = await visitor(world, 'Maker');
  const intent = { kind: 'challenge', title: 'Pair', file: pairFile(), clear: pairPayload() } as const;
  const published = await world.door.submit(maker, intent);
  if (!published.accepted) throw new Error(published.sentence);
  const challenge = parseChallengeId(published.id);
  const { person: ann } = await visitor(world, 'Ann');
  const { person: bo } = await visitor(world, 'Bo');
  const classes: string[] = [];
  let nowMs = 0;
  const parties = silentParties(() => nowMs);
  const replies = new Replies({
    isPlaced: () => false,
    guide: NO_GUIDE,
    ...{ store: world.store, counts: world.counts, parties },
    door: {
      ...moody(world.door, []),
      attempt: ({ class: made }) => {
        classes.push(made);
        return Promise.reject(new DimensionError('test.door', 'Nothing is judged here.'));
      },
    },
    stopwatch: () => nowMs,
    talk: SILENT,
    runsChanged: () => undefined,
  });
  const seat = new Seat('a', ann, { ...atRest(), x: 0, y: 0, z: 0, yaw: 0 });
  const byBo = Uint8Array.from({ length: 14 }, (_, tick) => 40 + tick);
  for (const run of [1, 2]) {
    expect(await replies.answer('begin', seat, { run, challenge })).toMatchObject({ ok: true });
    for (const half of [0, 1]) {
      nowMs += 1_000;
      const bytes = toBase64(Uint8Array.from([...byBo.slice(half * 7, half * 7 + 7)].flatMap((byte) => [0, byte])));
      expect(await replies.answer('ticks', seat, { run, from: half * 14, bytes })).toMatchObject({ ok: true });
    }
    expect(await replies.answer('finish', seat, { run })).toMatchObject({ code: 'test.door' });
    parties.copied.keep(challenge, [
      { lane: 0, by: ann.address, tape: new Uint8Array(14) },
      { lane: 1, by: bo.address, tape: byBo },
    ]);
  }
  expect(classes).toEqual(['live', 'tool']);
});

test('whoever gets up from a challenge after a serious try counts for how hard it is, a glance does not', async () => {
  const world = await testWorld();
  const maker = await visitor(world, 'Maker');
  const { intent } = await madeCourse(world, 'sessions');
  const published = await world.door.submit(maker.person, intent);
  if (!published.accepted) throw new Error(published.sentence);
  await world.tries.idle();
  let nowMs = 0;
  const replies = new Replies({
    isPlaced: () => false,
    guide: NO_GUIDE,
    ...{ door: world.door, store: world.store, counts: world.counts },
    stopwatch: () => nowMs,
    parties: silentParties(() => nowMs),
    talk: SILENT,
    runsChanged: () => undefined,
  });
  const ann = await visitor(world, 'Ann');
  const challenge = parseChallengeId(published.id);
  const sessionsOf = async (address: Address) => (await abilityOf(address, world.store)).matches;
  const sit = async (seat: Seat, id: string | null, ms: number) => {
    expect(await replies.answer('attend', seat, { challenge: id })).toMatchObject({ ok: true });
    nowMs += ms;
  };
  const place = { ...atRest(), x: 0, y: 0, z: 0, yaw: 0 };
  const seat = new Seat('a', ann.person, place);
  await sit(seat, challenge, 2_000);
  expect(seat.challenge).toBe(challenge);
  await sit(seat, null, 0);
  expect(seat.challenge).toBeNull();
  await sit(seat, challenge, 60_000);
  await sit(seat, null, 0);
  await expect.poll(() => sessionsOf(ann.person.address)).toBe(1);
  const own = new Seat('b', maker.person, place);
  await sit(own, challenge, 60_000);
  await sit(own, null, 0);
  await world.store.transact(async () => undefined);
  expect(await sessionsOf(maker.person.address)).toBe(0);
  expect((await difficultiesOf(challenge, world.store)).people).toMatchObject({ value: 0.5, matches: 1 });
});
