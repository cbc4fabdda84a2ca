import { expect, test } from 'vitest';
import { Remembered } from '#server/http/remembered.ts';

test('an answer is worked out once for each state, and again after it failed', async () => {
  let version = 1;
  let worked = 0;
  const cards = new Remembered({ version: () => version }, async () => {
    worked++;
    if (worked === 2) throw new Error('the disk is away');
    return worked;
  });
  expect(await Promise.all([cards.value(), cards.value()])).toEqual([1, 1]);
  version++;
  await expect(cards.value()).rejects.toThrow('the disk is away');
  expect(await cards.value()).toBe(3);
  expect(await cards.value()).toBe(3);
});
