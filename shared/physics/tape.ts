/** An input tape: one byte a tick, run-length coded, base64 on the wire, with exactly one spelling for each tape. */
import { DimensionError } from '#shared/base/errors.ts';
import { fromBase64, toBase64 } from '#shared/base/hash.ts';

const MOST = 255;

/** The wire form of a tape: base64 over pairs (byte, count 1–255), runs as long as they can be. */
export function encodeTape(inputs: Uint8Array): string {
  const pairs: number[] = [];
  for (let at = 0; at < inputs.length; ) {
    const byte = inputs[at] ?? 0;
    let count = 1;
    while (count < MOST && inputs[at + count] === byte) count++;
    pairs.push(byte, count);
    at += count;
  }
  return toBase64(Uint8Array.from(pairs));
}

/**
 * One byte a tick from the wire form.
 * @param maxTicks the longest tape the instance allows
 * @throws DimensionError `payload.tape` for odd length, a zero count, a run split in two; `payload.long` for more
 *   ticks than allowed; `base64.malformed`
 */
export function decodeTape(text: string, maxTicks: number): Uint8Array {
  const pairs = fromBase64(text);
  if (pairs.length % 2 !== 0) throw malformed('A tape is made of pairs of an input byte and a count.', pairs.length);
  const length = countTicks(pairs, maxTicks);
  const inputs = new Uint8Array(length);
  let at = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const count = pairs[i + 1] ?? 0;
    inputs.fill(pairs[i] ?? 0, at, at + count);
    at += count;
  }
  return inputs;
}

function countTicks(pairs: Uint8Array, maxTicks: number): number {
  let length = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const count = pairs[i + 1] ?? 0;
    if (count === 0) throw malformed('A run on a tape lasts at least one tick.', i / 2);
    const split = i > 0 && pairs[i - 2] === pairs[i] && pairs[i - 1] !== MOST;
    if (split) throw malformed('A run on a tape is written in one pair, not in two.', i / 2);
    length += count;
    if (length > maxTicks)
      throw new DimensionError('payload.long', `A tape for this course has at most ${maxTicks} ticks.`, { maxTicks });
  }
  return length;
}

function malformed(sentence: string, pair: number): DimensionError {
  return new DimensionError('payload.tape', sentence, { pair });
}
