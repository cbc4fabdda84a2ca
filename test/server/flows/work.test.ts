import { expect, test } from 'vitest';
import { GENERATORS, load } from '#content/catalog.ts';
import { toHex } from '#shared/base/hash.ts';
import { parseWorkId, type WorkId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import type { Placement } from '#shared/records/work.ts';
import { testWorld, visitor } from '#test/support/world.ts';

async function flowerIntent(seed: string) {
  const flower = await load(GENERATORS, 'flower');
  return {
    kind: 'work',
    title: `Flower ${seed}`,
    generator: 'flower',
    genome: toHex(flower.random(new Rng(seed))),
    parents: [],
  };
}

test('works get places of their own, come to stand on chain, and a shown one never stands in another', async () => {
  const world = await testWorld();
  const host = await visitor(world, 'Host', true);
  const made: WorkId[] = [];
  for (const seed of ['a', 'b', 'c']) {
    const ruling = await world.door.submit(host.person, await flowerIntent(seed));
    expect(ruling).toMatchObject({ accepted: true });
    made.push(parseWorkId(ruling.accepted ? ruling.id : ''));
  }
  const placeOf = async (id: WorkId | undefined): Promise<Placement | null> =>
    id === undefined ? null : ((await world.store.work(id))?.placement ?? null);
  const places = await Promise.all(made.map(placeOf));
  expect(new Set(places.map((place) => `${place?.x},${place?.z}`)).size).toBe(3);
  const [first] = made;
  const moderate = (hidden: boolean) =>
    world.door.submit(host.person, { kind: 'moderate', target: 'work', id: first, hidden });
  expect(await moderate(true)).toMatchObject({ accepted: true });
  const late = await world.door.submit(host.person, await flowerIntent('d'));
  expect(await placeOf(parseWorkId(late.accepted ? late.id : ''))).toEqual(places[0]);
  expect(await moderate(false)).toMatchObject({ accepted: true });
  const after = (await world.store.works({ placed: true, limit: 99 })).map(
    ({ placement }) => `${placement?.x},${placement?.z}`,
  );
  expect(new Set(after).size).toBe(4);
  const minted = async () => (await world.store.works({ limit: 99 })).every(({ tokenId }) => tokenId !== null);
  await expect.poll(minted, { timeout: 20_000 }).toBe(true);
});
