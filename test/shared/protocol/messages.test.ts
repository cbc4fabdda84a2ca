import { expect, test } from 'vitest';
import { isDimensionError } from '#shared/base/errors.ts';
import { Rng } from '#shared/base/rng.ts';
import { CLIENT_MESSAGES, type ClientMessage, parseMessage } from '#shared/protocol/messages.ts';

const GOOD: { readonly [M in ClientMessage]: Readonly<Record<string, unknown>> } = {
  chat: { text: 'Hello.' },
  report: { account: `0x${'a'.repeat(40)}`, reason: 'spam', words: '' },
  emote: { emote: 1 },
  wear: { work: null },
  begin: { run: 1, challenge: 'a'.repeat(64) },
  ticks: { run: 1, from: 0, bytes: 'AAAA' },
  finish: { run: 1 },
  attend: { challenge: null },
  leave: { run: 1 },
  gather: { challenge: 'a'.repeat(64) },
  part: {},
  'tell-again': {},
  'set-off': {},
  'wave-off': {},
  steps: { round: 1, from: 0, bytes: 'AAAA' },
  arrived: { round: 1 },
};
const ODD = [
  ...[null, undefined, true, Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 1e300, '', '\u0000', 'x'.repeat(100_000)],
  ...[[], {}, { length: 4 }, ['AAAA'], '__proto__', new Uint8Array(8), 2n ** 70n, Symbol.iterator, () => 1],
];

function oddity(rng: Rng): unknown {
  return ODD[rng.int(0, ODD.length - 1)];
}

function types(): ClientMessage[] {
  return Object.keys(GOOD).filter((type): type is ClientMessage => Object.hasOwn(CLIENT_MESSAGES, type));
}

test('every message has a good form, and the table knows no other', () => {
  expect(types().sort()).toEqual(Object.keys(CLIENT_MESSAGES).sort());
  for (const type of types()) expect(parseMessage(type, GOOD[type])).toEqual(GOOD[type]);
});

test('whatever a part of a message is turned into, it is read or refused in words, and nothing else happens', () => {
  const rng = new Rng('messages');
  let refused = 0;
  for (let round = 0; round < 4_000; round++) {
    const type = rng.pick(types());
    const body: Record<string, unknown> = { ...GOOD[type] };
    const names = [...Object.keys(body), 'more', '__proto__'];
    for (let part = rng.int(1, 2); part > 0; part--)
      Object.defineProperty(body, rng.pick(names), { value: oddity(rng), enumerable: true, configurable: true });
    try {
      const read = parseMessage(type, rng.chance(0.1) ? oddity(rng) : body);
      expect(parseMessage(type, read)).toEqual(read);
    } catch (error) {
      if (!isDimensionError(error)) throw error;
      expect(error.code).toBe('message.malformed');
      expect(error.message.length).toBeLessThan(1_000);
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(3_000);
});
