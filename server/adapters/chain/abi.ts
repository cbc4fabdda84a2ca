/** The contract ABI, as much of it as the server speaks: calls out, return data and events in. */
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';

/** A parameter as the compiler writes it. */
export interface AbiParameter {
  readonly name?: string;
  readonly type: string;
  readonly indexed?: boolean;
  readonly components?: readonly AbiParameter[];
}

/** An entry of a contract's ABI; other kinds of entries are passed over. */
export interface AbiItem {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: readonly AbiParameter[];
  readonly outputs?: readonly AbiParameter[];
}

/**
 * A value to encode or a decoded one: bigint for integers, boolean, 0x-prefixed lower-case hex for addresses and
 * bytes, string for text, arrays for lists and tuples (fields in order).
 */
export type AbiValue = bigint | boolean | string | readonly AbiValue[];

const WORD = 32;

/** `name(type,…)` as it is hashed. */
export function signatureOf(item: AbiItem): string {
  return `${item.name ?? ''}(${(item.inputs ?? []).map(canonicalType).join(',')})`;
}

/** The first topic of an event, 0x-prefixed. @throws DimensionError `abi.unknown` */
export function eventTopic(abi: readonly AbiItem[], name: string): string {
  return `0x${keccak256(signatureOf(find(abi, 'event', name)))}`;
}

/** Call data of a function, 0x-prefixed. @throws DimensionError `abi.unknown`, `abi.value` */
export function encodeCall(abi: readonly AbiItem[], name: string, values: readonly AbiValue[]): string {
  const item = find(abi, 'function', name);
  const selector = keccak256(signatureOf(item)).slice(0, 8);
  return `0x${selector}${toHex(encodeParameters(item.inputs ?? [], values))}`;
}

/** What a function returned. @throws DimensionError `abi.value` when the data does not have that form */
export function decodeReturn(abi: readonly AbiItem[], name: string, data: string): readonly AbiValue[] {
  return decodeParameters(find(abi, 'function', name).outputs ?? [], fromHex(data));
}

/** The fields of an event in their written order. @throws DimensionError `abi.value` */
export function decodeEvent(
  abi: readonly AbiItem[],
  name: string,
  log: { readonly topics: readonly string[]; readonly data: string },
): readonly AbiValue[] {
  const inputs = find(abi, 'event', name).inputs ?? [];
  const inData = decodeParameters(
    inputs.filter((input) => input.indexed !== true),
    fromHex(log.data),
  );
  let topic = 1;
  let at = 0;
  return inputs.map((input) => {
    if (input.indexed !== true) return inData[at++] ?? '0x';
    const word = fromHex(log.topics[topic++] ?? '');
    return isDynamic(input) ? `0x${toHex(word)}` : decodeOne(input, word, 0);
  });
}

/** Values as the ABI lays them out: heads, then tails. @throws DimensionError `abi.value` */
export function encodeParameters(parameters: readonly AbiParameter[], values: readonly AbiValue[]): Uint8Array {
  if (parameters.length !== values.length) throw wrong('tuple', values.length);
  const tails: Uint8Array[] = [];
  const heads: Uint8Array[] = [];
  let tailAt = parameters.reduce((sum, parameter) => sum + headLength(parameter), 0);
  for (const [index, parameter] of parameters.entries()) {
    const encoded = encodeOne(parameter, values[index] ?? '');
    if (!isDynamic(parameter)) heads.push(encoded);
    else {
      heads.push(word(BigInt(tailAt)));
      tails.push(encoded);
      tailAt += encoded.length;
    }
  }
  return Buffer.concat([...heads, ...tails]);
}

/** @throws DimensionError `abi.value` when the data is short or points outside itself */
export function decodeParameters(parameters: readonly AbiParameter[], data: Uint8Array): readonly AbiValue[] {
  let at = 0;
  return parameters.map((parameter) => {
    const from = isDynamic(parameter) ? Number(readWord(data, at)) : at;
    const value = isDynamic(parameter)
      ? decodeOne(parameter, data.subarray(from), 0)
      : decodeOne(parameter, data, from);
    at += headLength(parameter);
    return value;
  });
}

function encodeOne(parameter: AbiParameter, value: AbiValue): Uint8Array {
  const list = listOf(parameter);
  if (list !== null) {
    if (!isList(value)) throw wrong(parameter.type, value);
    const items = encodeParameters(Array<AbiParameter>(value.length).fill(list.item), value);
    if (list.length === null) return Buffer.concat([word(BigInt(value.length)), items]);
    if (list.length !== value.length) throw wrong(parameter.type, value);
    return items;
  }
  if (parameter.type === 'tuple') {
    if (!isList(value)) throw wrong(parameter.type, value);
    return encodeParameters(parameter.components ?? [], value);
  }
  if (parameter.type === 'string' || parameter.type === 'bytes') {
    if (typeof value !== 'string') throw wrong(parameter.type, value);
    const bytes = parameter.type === 'string' ? Buffer.from(value, 'utf8') : fromHex(value);
    const padding = (WORD - (bytes.length % WORD)) % WORD;
    return Buffer.concat([word(BigInt(bytes.length)), bytes, Buffer.alloc(padding)]);
  }
  return encodeStatic(parameter.type, value);
}

function encodeStatic(type: string, value: AbiValue): Uint8Array {
  if (type === 'bool' && typeof value === 'boolean') return word(value ? 1n : 0n);
  if (type === 'address' && typeof value === 'string') {
    const bytes = fromHex(value);
    if (bytes.length !== 20) throw wrong(type, value);
    return Buffer.concat([Buffer.alloc(12), bytes]);
  }
  const integer = /^(u?)int(\d{0,3})$/.exec(type);
  if (integer !== null && typeof value === 'bigint') {
    const bits = BigInt(integer[2] === '' ? 256 : Number(integer[2]));
    const low = integer[1] === 'u' ? 0n : -(1n << (bits - 1n));
    const high = integer[1] === 'u' ? 1n << bits : 1n << (bits - 1n);
    if (value < low || value >= high) throw wrong(type, value);
    return word(value);
  }
  const fixed = /^bytes(\d{1,2})$/.exec(type);
  if (fixed !== null && typeof value === 'string') {
    const bytes = fromHex(value);
    if (bytes.length !== Number(fixed[1])) throw wrong(type, value);
    return Buffer.concat([bytes, Buffer.alloc(WORD - bytes.length)]);
  }
  throw wrong(type, value);
}

function decodeOne(parameter: AbiParameter, data: Uint8Array, at: number): AbiValue {
  const list = listOf(parameter);
  if (list !== null) {
    const length = list.length ?? Number(readWord(data, at));
    if (length * WORD > data.length) throw wrong(parameter.type, length);
    const body = data.subarray(list.length === null ? at + WORD : at);
    return decodeParameters(Array<AbiParameter>(length).fill(list.item), body);
  }
  const { type } = parameter;
  if (type === 'tuple') return decodeParameters(parameter.components ?? [], data.subarray(at));
  if (type === 'string' || type === 'bytes') {
    const length = Number(readWord(data, at));
    const body = data.subarray(at + WORD, at + WORD + length);
    if (body.length !== length) throw wrong(type, length);
    return type === 'string' ? Buffer.from(body).toString('utf8') : `0x${toHex(body)}`;
  }
  const value = readWord(data, at);
  if (type === 'bool') return value !== 0n;
  const text = value.toString(16).padStart(64, '0');
  if (type === 'address') return `0x${text.slice(24)}`;
  if (type.startsWith('bytes')) return `0x${text.slice(0, 2 * Number(type.slice(5)))}`;
  return type.startsWith('int') ? BigInt.asIntN(256, value) : value;
}

function listOf(parameter: AbiParameter): { readonly item: AbiParameter; readonly length: number | null } | null {
  const found = /^(.*)\[(\d*)\]$/.exec(parameter.type);
  if (found === null) return null;
  return { item: { ...parameter, type: found[1] ?? '' }, length: found[2] === '' ? null : Number(found[2]) };
}

function isDynamic(parameter: AbiParameter): boolean {
  const list = listOf(parameter);
  if (list !== null) return list.length === null || isDynamic(list.item);
  if (parameter.type === 'tuple') return (parameter.components ?? []).some(isDynamic);
  return parameter.type === 'string' || parameter.type === 'bytes';
}

function headLength(parameter: AbiParameter): number {
  if (isDynamic(parameter)) return WORD;
  const list = listOf(parameter);
  if (list !== null) return (list.length ?? 0) * headLength(list.item);
  if (parameter.type === 'tuple') return (parameter.components ?? []).reduce((sum, part) => sum + headLength(part), 0);
  return WORD;
}

function canonicalType(parameter: AbiParameter): string {
  if (!parameter.type.startsWith('tuple')) return parameter.type;
  return `(${(parameter.components ?? []).map(canonicalType).join(',')})${parameter.type.slice(5)}`;
}

function word(value: bigint): Uint8Array {
  return fromHex(BigInt.asUintN(256, value).toString(16).padStart(64, '0'));
}

function readWord(data: Uint8Array, at: number): bigint {
  const bytes = data.subarray(at, at + WORD);
  if (bytes.length !== WORD) throw wrong('word', at);
  return BigInt(`0x${toHex(bytes)}`);
}

function isList(value: AbiValue): value is readonly AbiValue[] {
  return Array.isArray(value);
}

function find(abi: readonly AbiItem[], type: 'function' | 'event', name: string): AbiItem {
  const item = abi.find((entry) => entry.type === type && entry.name === name);
  if (item === undefined)
    throw new DimensionError('abi.unknown', `The contract has no ${type} called ${name}.`, { name });
  return item;
}

function wrong(type: string, got: AbiValue | number): DimensionError {
  return new DimensionError('abi.value', `This is not a value of the contract type ${type}.`, {
    type,
    got: String(got).slice(0, 80),
  });
}
