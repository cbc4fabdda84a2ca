/** What is told of somebody: what they did with others as well as what they did alone. */
import { expect, test } from 'vitest';
import { publicProfile } from '#server/http/profile.ts';
import type { Person } from '#shared/records/actor.ts';
import { ADA, BO, CLEO, playedByTwo } from '#test/support/played-by-two.ts';

test('whoever holds a record with others has it among theirs, without a laurel too', async () => {
  const { store, challenge } = await playedByTwo();
  const told = async ({ address }: Person) => {
    const { records, attempts, laurels } = await publicProfile(address, store);
    return { records: records.map(({ value }) => value), attempts, laurels };
  };
  expect(await told(ADA)).toEqual({ records: [89, 90], attempts: 2, laurels: [] });
  expect(await told(BO)).toEqual({ records: [89], attempts: 1, laurels: [] });
  expect(await told(CLEO)).toEqual({ records: [], attempts: 0, laurels: [] });
  // Who hands in is asked about how much of theirs is kept: that is the first of a party alone.
  expect(await store.attemptCount({ challenge, address: BO.address })).toBe(0);
});

test('what counts no more, and what the host has hidden, is nobody’s record', async () => {
  const { store, challenge } = await playedByTwo();
  await store.transact((tx) => tx.invalidateRecord(challenge, 1, 'It was computed again.'));
  expect((await publicProfile(BO.address, store)).records).toEqual([]);
  expect((await publicProfile(ADA.address, store)).records.map(({ value }) => value)).toEqual([90]);
  const kept = await store.challenge(challenge);
  if (kept === null) throw new Error('it is kept');
  await store.transact((tx) => tx.putChallenge({ ...kept, state: 'hidden' }));
  expect((await publicProfile(ADA.address, store)).records).toEqual([]);
});
