import { expect, test } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { frontierAbi } from '#contracts/built/frontier.ts';
import { encodeCall } from '#server/adapters/chain/abi.ts';
import type { World } from '#server/world.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { openLoop } from '#test/support/loop.ts';
import { openCourse } from '#test/support/open-course.ts';
import { playedCourse } from '#test/support/played-course.ts';
import { testWorld, visitor } from '#test/support/world.ts';

const SLOW = { timeout: 30_000 };

/** What the chain says of the record that gave laurel number `place`. */
async function isInvalidOnChain({ chain }: World, challenge: string, place: number): Promise<boolean> {
  const question = encodeCall(frontierAbi, 'isInvalidated', [`0x${challenge}`, BigInt(place)]);
  return BigInt(await chain.call(parseAddress(ADDRESSES.frontier), question)) === 1n;
}

test('what the host invalidates is invalid on the chain too, and the laurels stay', async () => {
  const world = await testWorld();
  const course = await playedCourse(world, 'invalid');
  const ben = await visitor(world, 'Ben');
  await course.play(ben.person, 60);
  await course.play(ben.person, 0);
  const states = async () => (await world.store.laurels({ limit: 9 })).map(({ state }) => state);
  await expect.poll(states, SLOW).toEqual(['minted', 'minted']);
  expect(await isInvalidOnChain(world, course.id, 0)).toBe(false);
  const host = await visitor(world, 'Hanna', true);
  for (const act of ['freeze', 'invalidate'] as const) {
    const word = { kind: 'freeze', challenge: course.id, act, reason: 'A hole in the wall.' } as const;
    expect(await world.door.submit(host.person, word)).toMatchObject({ accepted: true });
  }
  await expect.poll(() => isInvalidOnChain(world, course.id, 1), SLOW).toBe(true);
  expect(await isInvalidOnChain(world, course.id, 0)).toBe(true);
  await expect.poll(() => world.store.outboxCounts(), SLOW).toEqual({ waiting: 0, failed: 0 });
  expect(await states()).toEqual(['invalidated', 'invalidated']);
});

test('what never came to the chain is not spoken of there, whatever becomes of the chain', async () => {
  const loop = await openLoop();
  const course = await openCourse(loop);
  await course.play('Ben', 0);
  await course.settle();
  await course.host('freeze');
  await course.host('invalidate');
  await loop.store.transact((tx) => tx.forgetChain());
  expect((await loop.store.outbox(9)).map(({ kind }) => kind)).toEqual(['challenge']);
  await course.end();
});
