/** Whoever is one of a party is so in every question that the store answers. */
import { expect, test } from 'vitest';
import { ADA, BO, CLEO, playedByTwo } from '#test/support/played-by-two.ts';

test('the first of a party, another of it and somebody else are told apart alike wherever the store is asked', async () => {
  const { store, challenge } = await playedByTwo();
  const [together, alone] = (await store.records({ challenge, limit: 9 })).reverse().map(({ attempt }) => attempt);
  const told = async ({ address }: typeof ADA) => ({
    made: await store.attemptCount({ member: address }),
    held: (await store.heldRecords({ holder: address, limit: 9 })).map(({ record }) => record.attempt),
    kept: (await store.attemptsWithRecord(address)).map(({ id }) => id),
    quickest: await store.bestAttempt({ challenge, address, better: 'lower' }),
    slowest: await store.bestAttempt({ challenge, address, better: 'higher' }),
    result: await store.hasResult(address),
  });
  expect(await told(ADA)).toEqual({
    ...{ made: 2, held: [together, alone], kept: [alone, together] },
    ...{ quickest: together, slowest: alone, result: true },
  });
  expect(await told(BO)).toEqual({
    ...{ made: 1, held: [together], kept: [together] },
    ...{ quickest: together, slowest: together, result: true },
  });
  expect(await told(CLEO)).toEqual({ made: 0, held: [], kept: [], quickest: null, slowest: null, result: false });
});
