/** Messages and frames that nobody should send: refused and counted, and nobody else feels them. */
import { expect, test } from 'vitest';
import { house, join, when } from '#test/support/joined-room.ts';

test('malformed, unknown and too many messages are refused and counted, and cut nobody off', async () => {
  const here = await house();
  const ada = await join(here, await here.token('Ada'));
  const bob = await join(here, await here.token('Bob'));
  const heard: string[] = [];
  bob.onMessage('said', ({ text }: { text: string }) => heard.push(text));
  const bad: [string, unknown][] = [
    ['chat', { text: '<b>hi</b>' }],
    ['chat', { text: 'a\u0007b' }],
    ['chat', 'no object'],
    ['chat', { text: 'x'.repeat(2_000) }],
    ['emote', { emote: 99 }],
    ['wear', { work: '0'.repeat(64) }],
    ['ticks', { run: 1, from: 0, bytes: 'AAAA' }],
    ['ticks', { run: Number.NaN, from: -1, bytes: '' }],
    ['begin', { run: 1, challenge: 'nowhere' }],
    ['begin', { run: 1, challenge: '0'.repeat(64) }],
    ['finish', { run: 7 }],
  ];
  for (const [type, body] of bad) {
    const answer = await ada.request(type, body);
    expect(answer).toMatchObject({ ok: false, code: expect.stringMatching(/^(message|run|challenge|work)\./) });
  }
  ada.send('nothing-of-ours', { a: 1 });
  ada.send('chat', { text: 7 });
  ada.sendBytes('bytes', new Uint8Array(16));
  expect(await ada.request('nothing-of-ours', {})).toMatchObject({ ok: false, code: 'message.unknown' });
  const answers = [];
  for (let i = 0; i < 6; i++) answers.push(await bob.request('chat', { text: `hello ${i}` }));
  expect(answers[0]).toMatchObject({ ok: true });
  expect(answers.at(-1)).toMatchObject({ ok: false, code: 'message.too-many' });
  expect(await ada.request('emote', { emote: 1 })).toMatchObject({ ok: true });
  expect(heard.slice(0, 2)).toEqual(['hello 0', 'hello 1']);
  expect(ada.connection.isOpen && bob.connection.isOpen).toBe(true);
  expect(here.counts.all()).toMatchObject({ 'message.unknown': 3, 'run.none': 2, 'challenge.closed': 1 });
});

test('frames that cannot be read are answered or dropped, and cut nobody off; too long a one does and is counted', async () => {
  const here = await house();
  const ada = await join(here, await here.token('Ada'));
  await when(ada, () => true);
  const raw = (...hex: string[]) => ada.connection.send(Uint8Array.from(Buffer.from(hex.join(''), 'hex')));
  raw('0da463686174c1');
  raw('0ddbffffffff');
  raw('94ceffffffff00000000');
  expect(await ada.request('emote', { emote: 1 })).toMatchObject({ ok: true });
  expect(ada.connection.isOpen).toBe(true);
  expect(here.counts.all()).toMatchObject({ 'message.unreadable': 2, 'message.unknown': 1 });
  expect(here.lines).toEqual([]);

  ada.reconnection.enabled = false;
  const left = new Promise<number>((resolve) => ada.onLeave((code) => resolve(code)));
  raw('0da463686174da1388', '41'.repeat(5_000));
  expect(await left).toBe(1009);
  expect(here.counts.all()).toMatchObject({ 'message.oversized': 1 });
});
