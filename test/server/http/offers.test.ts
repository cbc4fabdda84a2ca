import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import { offered, offersTo } from '#server/http/offers.ts';
import { peopleOn, personNamed as ratingOfPerson } from '#server/ports/ratings.ts';
import { type ChallengeId, parseChallengeId } from '#shared/base/ids.ts';
import type { ChallengeState } from '#shared/records/challenge.ts';
import { personNamed } from '#test/support/loop.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const ANN = personNamed('Ann').address;
const BEN = personNamed('Ben').address;

async function openIsland() {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  const put = async (digit: string, state: ChallengeState, creator = BEN): Promise<ChallengeId> => {
    const id = parseChallengeId(digit.repeat(64));
    const file = { family: 'parkour', rules: 1, instance: digit };
    const kept = { id, file, title: digit, state, creator, witnessHash: null, machine: [], changedAtMs: 0 };
    await store.transact((tx) => tx.putChallenge(kept));
    return id;
  };
  return { store, put };
}

test('what nobody is on, no machine does and a person does every second time comes first', async () => {
  const { store, put } = await openIsland();
  const hard = await put('1', 'frontier');
  const fair = await put('2', 'frontier');
  const taken = await put('3', 'frontier');
  await put('4', 'training');
  await put('5', 'hidden');
  await put('6', 'frontier', ANN);
  await store.transact(async (tx) => {
    await tx.putRating(ratingOfPerson(ANN), { value: 1, matches: 9, atMs: 0 });
    await tx.putRating(peopleOn(hard), { value: 4, matches: 9, atMs: 0 });
    for (const id of [fair, taken]) await tx.putRating(peopleOn(id), { value: 1, matches: 9, atMs: 0 });
  });
  const playing = [
    { challenge: taken, address: BEN, name: 'Ben' },
    { challenge: fair, address: ANN, name: 'Ann' },
  ];
  const offers = await offersTo(ANN, playing, await offered(store), store);
  expect(offers.map(({ title, playing: others }) => [title, others])).toEqual([
    ['2', []],
    ['3', ['Ben']],
    ['1', []],
    ['4', []],
  ]);
  expect(offers[0]).toMatchObject({ score: 1, chance: 0.5, family: 'parkour', state: 'frontier' });
  expect(offers[1]?.score).toBeCloseTo(0.5, 9);
  expect(offers[3]?.score).toBe(0);
});
