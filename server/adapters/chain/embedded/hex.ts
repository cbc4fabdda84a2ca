/** Bytes and numbers as the JSON-RPC of Ethereum writes them. */
import { fromHex, toHex } from '#shared/base/hash.ts';

/** 0x-prefixed lower-case hex, two digits a byte. */
export function dataHex(bytes: Uint8Array): string {
  return `0x${toHex(bytes)}`;
}

/** 0x-prefixed hex without leading zeros. */
export function quantity(value: bigint | number): string {
  return `0x${value.toString(16)}`;
}

/** Bytes of 0x-prefixed hex. @throws DimensionError `hex.malformed` */
export function bytesOf(text: string): Uint8Array {
  return fromHex(text);
}
