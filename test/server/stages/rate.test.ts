import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#server/adapters/store/open-store.ts';
import { abilityOf, difficultiesOf } from '#server/ports/ratings.ts';
import type { Store } from '#server/ports/store.ts';
import { rateMachine, ratePerson } from '#server/stages/rate.ts';
import { parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import { ratingGap } from '#shared/records/rating.ts';
import { scratchFolder } from '#test/support/scratch.ts';

const challenge = parseChallengeId('7'.repeat(64));
const person = (index: number) => parseAddress(`0x${index.toString(16).padStart(40, '0')}`);
const MINUTE = 60_000;

async function openedStore(): Promise<Store> {
  const store = await openStore({ dataDir: await scratchFolder() });
  onTestFinished(() => store.close());
  return store;
}

test('giving up twice within half an hour is one session, and solving it ends the rating', async () => {
  const store = await openedStore();
  const session = { challenge, address: person(1) };
  const count = async () => (await abilityOf(person(1), store)).matches;
  const play = (solved: boolean, atMs: number) => store.transact((tx) => ratePerson({ ...session, solved, atMs }, tx));
  await play(false, 0);
  await play(false, 10 * MINUTE);
  expect(await count()).toBe(1);
  await play(false, 45 * MINUTE);
  expect(await count()).toBe(2);
  await play(true, 46 * MINUTE);
  expect(await count()).toBe(3);
  await play(true, 47 * MINUTE);
  await play(false, 500 * MINUTE);
  expect(await count()).toBe(3);
  expect((await difficultiesOf(challenge, store)).people.matches).toBe(3);
});

test('what people do and machines do not has a gap above nothing', async () => {
  const store = await openedStore();
  await store.transact(async (tx) => {
    for (let index = 1; index <= 6; index++) {
      await ratePerson({ challenge, address: person(index), solved: true, atMs: index }, tx);
      await rateMachine({ challenge, solver: 'go-explore', release: 1, solved: false, atMs: index }, tx);
    }
  });
  const { people, machines } = await difficultiesOf(challenge, store);
  expect(people.value).toBeLessThan(0);
  expect(machines.value).toBeGreaterThan(0);
  expect(ratingGap(people, machines)).toBeGreaterThan(2);
});
