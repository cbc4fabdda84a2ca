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

test('a write that comes later than many questions still overtakes them', async () => {
  const serial = new Serial();
  const order: string[] = [];
  const reads = Array.from({ length: 50 }, (_, index) => serial.run('read', async () => void order.push(`r${index}`)));
  const write = new Promise<void>((resolve, reject) => {
    setImmediate(() => serial.run('write', async () => void order.push('w')).then(resolve, reject));
  });
  await Promise.all([...reads, write]);
  expect(order.indexOf('w')).toBeLessThan(10);
});

test('what the house asks goes before what anybody asks', async () => {
  const serial = new Serial();
  const order: string[] = [];
  const note = (name: string) => async () => void order.push(name);
  await Promise.all([
    serial.run('read', note('first')),
    serial.run('read', note('anybody')),
    serial.run('house', note('house')),
  ]);
  expect(order).toEqual(['first', 'house', 'anybody']);
});
