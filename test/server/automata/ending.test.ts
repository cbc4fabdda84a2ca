import { expect, test } from 'vitest';
import { Ending } from '#server/automata/ending.ts';

test('a life of many turns leaves nothing waiting for its end', async () => {
  const ending = new Ending();
  for (let turn = 0; turn < 1_000; turn++) {
    await ending.before(Promise.resolve(turn));
    await expect(ending.before(Promise.reject(new Error('broke')))).rejects.toThrow('broke');
  }
  await ending.pause(1);
  expect(ending.waiting).toBe(0);
});

test('the end wakes everybody who waits, and nobody waits after it', async () => {
  const ending = new Ending();
  const never = new Promise(() => undefined);
  const waiting = [ending.before(never), ending.pause(1e9)];
  expect(ending.waiting).toBe(2);
  ending.end();
  await Promise.all(waiting);
  await ending.before(never);
  await ending.before(Promise.reject(new Error('too late to matter')));
  expect(ending.waiting).toBe(0);
});
