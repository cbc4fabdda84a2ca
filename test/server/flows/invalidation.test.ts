import { expect, onTestFinished, test } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { frontierAbi } from '#contracts/built/frontier.ts';
import { encodeCall } from '#server/adapters/chain/abi.ts';
import { startIndexer } from '#server/adapters/chain/indexer.ts';
import { type OutboxNeeds, startOutbox } from '#server/adapters/chain/outbox.ts';
import { openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import { BENCH_VERDICT_KEY } from '#server/cli/bench/chain-load.ts';
import { settleLate } from '#server/stages/settle-invalid.ts';
import type { World } from '#server/world.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { freshChain } from '#test/server/adapters/chain/chain-support.ts';
import { openLoop } from '#test/support/loop.ts';
import { openCourse } from '#test/support/open-course.ts';
import { playedCourse } from '#test/support/played-course.ts';
import { testWorld, visitor } from '#test/support/world.ts';

const SLOW = { timeout: 30_000 };

/** What the chain says of the record that gave laurel number `place`. */
async function isInvalidOnChain({ chain }: Pick<World, 'chain'>, challenge: string, place: number): Promise<boolean> {
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

test('a laurel that is on its way while the host invalidates is invalid on the chain too, beside those before it', async () => {
  const [loop, { chain }] = [await openLoop(), await freshChain()];
  const { store } = loop;
  const needs = { ...loop.needs, signer: openVerdictSigner({ key: BENCH_VERDICT_KEY, chainId: chain.chainId }) };
  const course = await openCourse({ ...loop, needs });
  const [arrived, invalidated] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let batches = 0;
  const held: OutboxNeeds['chain'] = {
    async send(actions) {
      if (++batches === 2) {
        arrived.resolve();
        await invalidated.promise;
      }
      return chain.send(actions);
    },
  };
  await course.play('Ben', 60);
  await course.settle();
  const late: string[] = [];
  const indexer = startIndexer({
    ...{ store, chain, counts: needs.counts },
    onLate: async (laurel, tx) => {
      late.push(laurel);
      await settleLate(laurel, tx, needs);
    },
  });
  const outbox = startOutbox({ ...needs, store, chain: held, clock: Date.now, onSent: () => indexer.poke() });
  onTestFinished(async () => {
    await outbox.close();
    await indexer.close();
  });
  await expect.poll(() => store.outboxCounts(), SLOW).toEqual({ waiting: 0, failed: 0 });
  const { laurel } = await course.play('Cleo', 0);
  await course.settle();
  outbox.poke();
  await arrived.promise;
  await course.host('freeze');
  await course.host('invalidate');
  invalidated.resolve();
  await expect.poll(() => isInvalidOnChain({ chain }, course.id, 1), SLOW).toBe(true);
  await expect.poll(() => isInvalidOnChain({ chain }, course.id, 0), SLOW).toBe(true);
  expect(late).toEqual([laurel?.tokenId]);
  await expect.poll(() => store.outboxCounts(), SLOW).toEqual({ waiting: 0, failed: 0 });
  expect((await store.laurels({ limit: 9 })).map(({ state }) => state)).toEqual(['invalidated', 'invalidated']);
  await course.end();
});
