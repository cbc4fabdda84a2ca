import { expect, test } from 'vitest';
import { decodeTape, encodeTape } from '#shared/physics/tape.ts';
import type { Payload } from '#shared/records/payload.ts';
import { madeCourse, testWorld, visitor } from '#test/support/world.ts';

const LONGEST = 7_200;

/** The same run with a pause of that many ticks before it: solves as well where nothing moves, but later. */
function later(payload: Payload, ticks: number): Payload {
  if (payload.kind !== 'tape') throw new Error('not a tape');
  const tape = decodeTape(payload.bytes, LONGEST);
  return { kind: 'tape', bytes: encodeTape(Uint8Array.from([...new Uint8Array(ticks), ...tape])) };
}

function playedMs(payload: Payload): number {
  if (payload.kind !== 'tape') throw new Error('not a tape');
  return (decodeTape(payload.bytes, LONGEST).length / 60) * 1_000;
}

test('a person moves the frontier: record, laurel and chain write at once, and the chain follows', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const ben = await visitor(world, 'Ben');
  const { intent, witness } = await madeCourse(world, 'first');
  const published = await world.door.submit(ann.person, intent);
  expect(published).toMatchObject({ accepted: true });
  const id = published.accepted ? published.id : '';
  await world.tries.idle();
  expect((await world.store.challenges({ limit: 5 })).map(({ state }) => state)).toEqual(['frontier']);

  const slow = later(witness, 60);
  const first = await world.door.attempt({
    actor: ben.person,
    challenge: id,
    payload: slow,
    class: 'live',
    wallMs: playedMs(slow),
  });
  expect(first.attempt.class).toBe('live');
  expect(first.record).toMatchObject({ index: 0, laurel: true, holderName: 'Ben' });
  expect(first.laurel).toMatchObject({ state: 'provisional', holder: ben.person.address, shareBasisPoints: 10_000 });
  expect(first.sentence).toContain('you are the first');

  const asked = { actor: ben.person, challenge: id, payload: slow, class: 'live', wallMs: playedMs(slow) } as const;
  expect(await world.door.attempt(asked)).toMatchObject({ record: first.record, attempt: first.attempt });

  const cara = await visitor(world, 'Cara');
  const copied = await world.door.attempt({
    actor: cara.person,
    challenge: id,
    payload: slow,
    class: 'live',
    wallMs: playedMs(slow),
  });
  expect(copied).toMatchObject({ record: null, laurel: null });

  const better = await world.door.attempt({
    actor: cara.person,
    challenge: id,
    payload: witness,
    class: 'live',
    wallMs: playedMs(witness),
  });
  expect(better.record).toMatchObject({ index: 1, laurel: true, holderName: 'Cara' });
  await world.finality.idle();
  expect((await world.store.challenge(first.attempt.challenge))?.state).toBe('solved');
  // Nobody said that solvers may learn from it.
  expect(await world.store.lessons({ limit: 9 })).toEqual([]);

  await expect
    .poll(() => world.store.laurels({ limit: 9 }).then((all) => all.map(({ state }) => state)), {
      timeout: 20_000,
    })
    .toEqual(['minted', 'minted']);
});

test('what was not played live, one’s own challenge and a run that fails give no laurel', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const ben = await visitor(world, 'Ben');
  const { intent, witness } = await madeCourse(world, 'second');
  const published = await world.door.submit(ann.person, intent);
  const challenge = published.accepted ? published.id : '';
  await world.tries.idle();

  const hurried = await world.door.attempt({
    actor: ben.person,
    challenge,
    payload: witness,
    class: 'live',
    wallMs: playedMs(witness) / 2,
  });
  expect(hurried).toMatchObject({ record: null, laurel: null, attempt: { class: 'tool' } });
  expect(hurried.sentence).toContain('not played live');

  const own = await world.door.attempt({
    actor: ann.person,
    challenge,
    payload: witness,
    class: 'live',
    wallMs: playedMs(witness),
  });
  expect(own).toMatchObject({ record: null, laurel: null });
  expect(own.sentence).toContain('your own challenge');

  const idle: Payload = { kind: 'tape', bytes: encodeTape(new Uint8Array(60)) };
  const failed = await world.door.attempt({
    actor: ben.person,
    challenge,
    payload: idle,
    class: 'live',
    wallMs: 1_000,
  });
  expect(failed.attempt.verdict.ok).toBe(false);
  expect(failed.record).toBeNull();
  expect(await world.store.records({ limit: 9 })).toEqual([]);
  expect(await world.store.laurels({ limit: 9 })).toEqual([]);
  expect(await world.store.attemptCount({ address: ben.person.address })).toBe(2);
  const again = await world.door.attempt({ actor: ben.person, challenge, payload: idle, class: 'live', wallMs: 1_000 });
  expect(again).toEqual(failed);
});

test('a machine that does what people held open closes the challenge', async () => {
  const world = await testWorld();
  const ann = await visitor(world, 'Ann');
  const { intent, witness } = await madeCourse(world, 'third');
  const published = await world.door.submit(ann.person, intent);
  const challenge = published.accepted ? published.id : '';
  await world.tries.idle();
  await expect.poll(() => world.store.automata()).not.toHaveLength(0);
  const ben = await visitor(world, 'Ben');
  const held = await world.door.attempt({
    actor: ben.person,
    challenge,
    payload: witness,
    class: 'live',
    wallMs: playedMs(witness),
  });
  expect(held.laurel).not.toBeNull();
  const [first] = await world.store.automata();
  if (first === undefined) throw new Error('there are automata at genesis');
  const ruling = await world.door.submitIntent(
    { kind: 'automaton', automaton: first.id, address: first.account, name: first.name },
    { kind: 'attempt', challenge, payload: later(witness, 30) },
  );
  expect(ruling).toMatchObject({ accepted: true });
  const closed = (await world.store.challenges({ limit: 1 }))[0];
  expect(closed?.state).toBe('training');
  // Slower than the person, so the person's record stays the best; but machines can do it now.
  expect(await world.store.records({ limit: 3 })).toMatchObject([{ holderName: 'Ben', laurel: true }]);
  expect(await world.store.laurels({ limit: 3 })).toHaveLength(1);
  const kinds = (await world.store.events({ subject: challenge, limit: 9 })).map(({ kind }) => kind);
  expect(kinds).toContain('closed');
});
