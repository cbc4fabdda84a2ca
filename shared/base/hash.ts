/** Hashes and the byte forms that are hashed: SHA-256, keccak-256, hex, base64, RFC 8785 JSON. */
import { sha256 as sha256Bytes } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Brand } from './brand.ts';
import { DimensionError } from './errors.ts';

/** 32 bytes as 64 lower-case hex digits, without prefix. */
export type Hash = Brand<string, 'Hash'>;

/** A value that has exactly one RFC 8785 form here: numbers must be safe integers. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

const HASH = /^[0-9a-f]{64}$/;

/** Parses 64 lower-case hex digits. @throws DimensionError `hash.malformed` */
export function parseHash(raw: unknown): Hash {
  if (typeof raw === 'string' && HASH.test(raw)) return raw as Hash;
  throw new DimensionError('hash.malformed', 'A hash is written as 64 lower-case hexadecimal digits.', {
    got: String(raw).slice(0, 80),
  });
}

/** SHA-256 of bytes or of the UTF-8 form of a string, as 64 hex digits. */
export function sha256(data: Uint8Array | string): Hash {
  return bytesToHex(sha256Bytes(typeof data === 'string' ? utf8ToBytes(data) : data)) as Hash;
}

/** keccak-256 of bytes or of the UTF-8 form of a string, as 64 hex digits. */
export function keccak256(data: Uint8Array | string): Hash {
  return bytesToHex(keccak_256(typeof data === 'string' ? utf8ToBytes(data) : data)) as Hash;
}

/** Bytes as lower-case hex without prefix. */
export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}

/** Hex digits, with or without `0x`, as bytes. @throws DimensionError `hex.malformed` */
export function fromHex(hex: string): Uint8Array {
  const digits = hex.startsWith('0x') ? hex.slice(2) : hex;
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits))
    throw new DimensionError('hex.malformed', 'This is not an even number of hexadecimal digits.', {
      length: digits.length,
    });
  return hexToBytes(digits);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1];
    const c = bytes[i + 2];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += BASE64.charAt(word >> 18) + BASE64.charAt((word >> 12) & 63);
    text += b === undefined ? '=' : BASE64.charAt((word >> 6) & 63);
    text += c === undefined ? '=' : BASE64.charAt(word & 63);
  }
  return text;
}

/** Canonical base64 with padding as bytes. @throws DimensionError `base64.malformed` */
export function fromBase64(text: string): Uint8Array {
  const body = text.replace(/={1,2}$/, '');
  const length = Math.floor((body.length * 3) / 4);
  const bytes = new Uint8Array(length);
  let word = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = BASE64.indexOf(body.charAt(i));
    if (digit < 0) throw malformedBase64(text.length);
    word = ((word << 6) | digit) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (word >> bits) & 255;
    }
  }
  if (text.length % 4 !== 0 || toBase64(bytes) !== text) throw malformedBase64(text.length);
  return bytes;
}

function malformedBase64(length: number): DimensionError {
  return new DimensionError('base64.malformed', 'This is not canonical base64 with padding.', { length });
}

/**
 * The RFC 8785 (JCS) form of a value: keys sorted by UTF-16 units, no white space, safe integers only.
 * @throws DimensionError `json.not-canonical` for a number that is not a safe integer
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
    throw new DimensionError('json.not-canonical', 'Numbers in hashed records are integers or decimal strings.', {
      got: String(value),
    });
  }
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${parts.join(',')}}`;
}

function isArray(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
