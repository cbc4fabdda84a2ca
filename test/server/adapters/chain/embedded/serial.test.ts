import { expect, test } from 'vitest';
import { Serial } from '#server/adapters/chain/embedded/serial.ts';

test('one task runs at a time and every one is answered, also after one that failed', async () => {
  const serial = new Serial();
  let running = 0;
  const task = (name: string) => async () => {
    expect(++running).toBe(1);
    await Promise.resolve();
    running--;
    if (name === 'bad') throw new Error('bad');
    return name;
  };
  const answers = await Promise.allSettled([
    serial.run('read', task('a')),
    serial.run('write', task('bad')),
    serial.run('write', task('b')),
    serial.run('read', task('c')),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  await serial.drained();
  expect(serial.waiting('read') + serial.waiting('write')).toBe(0);
});

test('what is written overtakes what is asked, and then lets the questions through', async () => {
  const serial = new Serial();
  const order: string[] = [];
  const note = (name: string) => async () => void order.push(name);
  const all = [serial.run('read', note('first'))];
  for (const name of ['r1', 'r2']) all.push(serial.run('read', note(name)));
  for (const name of ['w1', 'w2']) all.push(serial.run('write', note(name)));
  await Promise.all(all);
  expect(order).toEqual(['first', 'w1', 'r1', 'r2', 'w2']);
});
