/** RLP, the byte form of Ethereum, as much of it as trie nodes and accounts need. */
import { DimensionError } from '#shared/base/errors.ts';

const SHORT = 55;

/** Bytes as one item. */
export function rlpBytes(bytes: Uint8Array): Uint8Array {
  const [first] = bytes;
  if (bytes.length === 1 && first !== undefined && first < 0x80) return bytes;
  return join([header(0x80, bytes.length), bytes]);
}

/** Items that are already encoded, as one list. */
export function rlpList(items: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const item of items) length += item.length;
  return join([header(0xc0, length), ...items]);
}

/** One item of a list: its content, and itself as it was encoded. */
export interface RlpItem {
  readonly isList: boolean;
  readonly content: Uint8Array;
  readonly whole: Uint8Array;
}

/** The items of an encoded list. @throws DimensionError `chain.torn` for anything else */
export function readRlpList(bytes: Uint8Array): readonly RlpItem[] {
  const list = readItem(bytes, 0);
  if (!list.isList || list.whole.length !== bytes.length) throw torn();
  const items: RlpItem[] = [];
  for (let at = 0; at < list.content.length; ) {
    const item = readItem(list.content, at);
    items.push(item);
    at += item.whole.length;
  }
  return items;
}

function readItem(bytes: Uint8Array, at: number): RlpItem {
  const first = bytes[at];
  if (first === undefined) throw torn();
  if (first < 0x80) return cut(bytes, at, 0, 1, false);
  const isList = first >= 0xc0;
  const size = first - (isList ? 0xc0 : 0x80);
  if (size <= SHORT) return cut(bytes, at, 1, size, isList);
  let length = 0;
  for (let i = 1; i <= size - SHORT; i++) length = length * 256 + (bytes[at + i] ?? 0);
  return cut(bytes, at, 1 + size - SHORT, length, isList);
}

function cut(bytes: Uint8Array, at: number, head: number, length: number, isList: boolean): RlpItem {
  const end = at + head + length;
  if (end > bytes.length) throw torn();
  return { isList, content: bytes.subarray(at + head, end), whole: bytes.subarray(at, end) };
}

function header(base: number, length: number): Uint8Array {
  if (length <= SHORT) return Uint8Array.of(base + length);
  if (length < 256) return Uint8Array.of(base + SHORT + 1, length);
  if (length < 65_536) return Uint8Array.of(base + SHORT + 2, length >> 8, length & 255);
  return Uint8Array.of(base + SHORT + 3, length >> 16, (length >> 8) & 255, length & 255);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function torn(): DimensionError {
  return new DimensionError('chain.torn', 'A part of the chain state cannot be read.');
}
