import { expect, test } from 'vitest';
import { faultOf } from '#server/rooms/frames.ts';
import { fromHex } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';

const fault = (hex: string) => faultOf(fromHex(hex));

test.each([
  ['an input', '138005'],
  ['an input as before', '13'],
  ['a request with a record', '1500a5656d6f7465d4724091a5656d6f746501'],
  ['a message with a record', '0da5656d6f7465d4724091a5656d6f746501'],
  ['a message with a map', '0da5656d6f746581a5656d6f746501'],
  ['a message with values of every kind', '0da46368617498c0c2c3cb3ff8000000000000fd01a26869d40000'],
  ['a message without a body', '0da463686174'],
  ['a request with a long number', '15cd0102a463686174a26869'],
  ['a farewell', '0c'],
  ['an echo', '12'],
])('%s of our own client passes', (_, hex) => {
  expect(fault(hex)).toBeNull();
});

test.each([
  ['a type that claims four thousand million letters', '0ddbffffffff', 'message.unreadable'],
  ['an input block that claims as many slots', `94${'ceffffffff'}00000000`, 'message.unknown'],
  ['a text longer than the frame', '0da463686174d9ff41', 'message.unreadable'],
  ['a list longer than the frame', '0da463686174dcffff', 'message.unreadable'],
  ['brackets in brackets', `0da463686174${'91'.repeat(3_000)}`, 'message.unreadable'],
  ['records in records', `0da463686174${'d4724091a161'.repeat(200)}`, 'message.unreadable'],
  ['something behind the body', '0da463686174c0c0', 'message.unreadable'],
  ['an extension nobody knows', '0da463686174d40700', 'message.unreadable'],
  ['an input of another form', '1380050101', 'message.unreadable'],
  ['a type we do not know', '0da3666f6fc0', 'message.unknown'],
  ['the name of something every object has', '0dab636f6e7374727563746f72', 'message.unknown'],
  ['bytes', '11a3666f6f00', 'message.unknown'],
  ['nothing', '', 'message.unknown'],
])('%s is kept from the room', (_, hex, code) => {
  expect(fault(hex)).toEqual({ code, request: null });
});

test('a request hears of its fault under its own number', () => {
  expect(fault('1507a3666f6fc0')).toEqual({ code: 'message.unknown', request: 7 });
  expect(fault('15cd0102a463686174c1')).toEqual({ code: 'message.unreadable', request: 513 });
  expect(fault('15c1')).toEqual({ code: 'message.unreadable', request: null });
});

test('no noise takes long, and cutting a good frame short anywhere never breaks the reader', () => {
  const rng = new Rng('frames');
  for (let round = 0; round < 20_000; round++) {
    const noise = rng.bytes(rng.int(1, 60));
    noise[0] = rng.pick([13, 17, 19, 20, 21, 148]);
    expect(() => faultOf(noise)).not.toThrow();
  }
  const whole = fromHex('1500a5626567696ed4724092a372756ea96368616c6c656e676501a161');
  expect(faultOf(whole)).toBeNull();
  for (let length = 9; length < whole.length; length++)
    expect(faultOf(whole.slice(0, length))?.code).toBe('message.unreadable');
});
