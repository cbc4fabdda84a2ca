import { expect, test } from 'vitest';
import { toBase64 } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';
import { decodeInput, encodeInput, essentialInput } from '#shared/physics/input.ts';
import { decodeTape, encodeTape } from '#shared/physics/tape.ts';

const pairs = (...bytes: number[]) => toBase64(Uint8Array.from(bytes));

test('every tape comes back as it was', () => {
  const rng = new Rng('tapes');
  for (let round = 0; round < 50; round++) {
    const inputs: number[] = [];
    while (inputs.length < 2_000)
      for (let left = rng.int(1, 600), byte = rng.int(0, 255); left > 0; left--) inputs.push(byte);
    const tape = Uint8Array.from(inputs);
    expect(decodeTape(encodeTape(tape), 10_000)).toEqual(tape);
  }
});

test('every byte is one input and every input one byte', () => {
  for (let byte = 0; byte < 256; byte++) expect(encodeInput(decodeInput(byte))).toBe(byte);
});

test('the heading of someone who stands is left out of the essential input', () => {
  expect(essentialInput(encodeInput({ heading: 9, gait: 'idle', jump: true }))).toBe(
    encodeInput({ heading: 0, gait: 'idle', jump: true }),
  );
  expect(essentialInput(encodeInput({ heading: 9, gait: 'run', jump: false }))).toBe(
    encodeInput({ heading: 9, gait: 'run', jump: false }),
  );
});

test.each([
  ['odd length', pairs(1, 2, 3), 'payload.tape'],
  ['a count of nothing', pairs(1, 0), 'payload.tape'],
  ['one run in two pairs', pairs(1, 3, 1, 4), 'payload.tape'],
  ['more ticks than the course has', pairs(1, 101), 'payload.long'],
  ['letters that are not base64', 'AB!=', 'base64.malformed'],
])('a tape with %s is refused', (_, text, code) => {
  expect(() => decodeTape(text, 100)).toThrow(expect.objectContaining({ code }));
});

test('a run longer than a pair holds goes on in the next pair', () => {
  expect(decodeTape(pairs(5, 255, 5, 1), 1_000)).toHaveLength(256);
  expect(encodeTape(new Uint8Array(256).fill(5))).toBe(pairs(5, 255, 5, 1));
});
