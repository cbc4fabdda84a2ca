import { expect, onTestFinished, test } from 'vitest';
import { attemptFlow } from '#server/flows/attempt.ts';
import { Finality } from '#server/flows/finality.ts';
import type { SecondOpinion } from '#server/ports/second-opinion.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { type Loop, openLoop, personNamed } from '#test/support/loop.ts';
import { openCourse } from '#test/support/open-course.ts';
import { hollow, openPlanet, SALT } from '#test/support/open-planet.ts';

const HOUR_MS = 3_600_000;

/** Finality with another second opinion. */
function finalityOf(loop: Loop, secondOpinion: SecondOpinion) {
  const finality = new Finality({ ...loop.needs, secondOpinion });
  onTestFinished(() => finality.close());
  return async () => {
    finality.poke();
    await finality.idle();
  };
}

const laurelsOnTheirWay = async ({ store }: Loop) =>
  (await store.outbox(99)).filter(({ kind }) => kind === 'laurel').map(({ subject }) => subject);

test('a laurel that no other process can verify is held for longer and longer, and is final when one can', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const course = await openCourse(loop);
  const { laurel } = await course.play('Ben', 0);
  let asked = 0;
  const look = finalityOf(loop, async (...certificate) => {
    if (++asked <= 3) throw new DimensionError('opinion.failed', 'The second process came to no verdict.');
    return loop.opinion(...certificate);
  });
  await look();
  expect(asked).toBe(0);
  loop.pass(HOUR_MS);
  await look();
  for (const [tries, pauseMs] of [
    [1, 5_000],
    [2, 10_000],
    [3, 20_000],
  ] as const) {
    expect(asked).toBe(tries);
    expect(await laurelsOnTheirWay(loop)).toEqual([]);
    expect(await course.state()).toBe('advanced');
    loop.pass(pauseMs - 1);
    await look();
    expect(asked).toBe(tries);
    loop.pass(1);
    await look();
  }
  expect(asked).toBe(4);
  expect(await laurelsOnTheirWay(loop)).toEqual([laurel?.tokenId]);
  expect(await course.state()).toBe('solved');
  await course.end();
});

test('a laurel whose challenge is frozen while it is verified is not written as final', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const course = await openCourse(loop);
  const { laurel } = await course.play('Ben', 0);
  loop.pass(HOUR_MS);
  const look = finalityOf(loop, async (...certificate) => {
    await course.host('freeze');
    return loop.opinion(...certificate);
  });
  await look();
  expect(await course.state()).toBe('frozen');
  expect(await laurelsOnTheirWay(loop)).toEqual([]);
  expect(await loop.store.pendingLaurels(9)).toMatchObject([{ tokenId: laurel?.tokenId }]);
  await course.host('thaw');
  await course.settle();
  expect(await laurelsOnTheirWay(loop)).toEqual([laurel?.tokenId]);
  await course.end();
});

test('a laurel that passes to another while it is verified goes to the chain as theirs', async () => {
  const loop = await openLoop({ windowMs: HOUR_MS });
  const planet = await openPlanet(loop, hollow(1));
  await planet.seal('Ada', hollow(0).payload);
  loop.pass(1);
  const { laurel } = await planet.handIn('Ben', hollow(0).payload);
  loop.pass(HOUR_MS);
  const opened = {
    actor: personNamed('Ada'),
    challenge: planet.id,
    payload: hollow(0).payload,
    salt: SALT,
    class: 'tool',
    wallMs: 0,
    atMs: loop.needs.clock(),
  } as const;
  let isFirst = true;
  const look = finalityOf(loop, async (...certificate) => {
    if (isFirst) await attemptFlow(opened, { ...loop.needs, finality: { poke: () => undefined } });
    isFirst = false;
    return loop.opinion(...certificate);
  });
  await look();
  expect(await laurelsOnTheirWay(loop)).toEqual([]);
  loop.pass(5_000);
  await look();
  expect(await laurelsOnTheirWay(loop)).toEqual([laurel?.tokenId]);
  const [entry] = (await loop.store.outbox(99)).filter(({ kind }) => kind === 'laurel');
  expect(entry?.data).toContain(personNamed('Ada').address.slice(2));
  expect(entry?.data).not.toContain(personNamed('Ben').address.slice(2));
});

test('what is invalidated while its laurel is on its way never goes to the chain', async () => {
  const loop = await openLoop();
  const course = await openCourse(loop);
  const { laurel } = await course.play('Ben', 0);
  await course.settle();
  expect(await laurelsOnTheirWay(loop)).toEqual([laurel?.tokenId]);
  await course.host('freeze');
  await course.host('invalidate');
  expect(await laurelsOnTheirWay(loop)).toEqual([]);
  expect(await loop.store.outboxCounts()).toEqual({ waiting: 1, failed: 0 });
  expect(await loop.store.laurel(laurel?.tokenId ?? '')).toMatchObject({ state: 'invalidated' });
  await course.end();
});
