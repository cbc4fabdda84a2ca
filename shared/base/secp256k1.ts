/** The curve of Ethereum's keys, with the hashes it needs: keys, accounts, signatures and who made one. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { getPublicKey, hashes, recoverPublicKey, Signature, sign, utils } from '@noble/secp256k1';
import { fromHex, keccak256, toHex } from './hash.ts';
import { type Address, parseAddress } from './ids.ts';

// The browser's own hashes are missing on a page without https, as a world in a home network is.
hashes.sha256 = sha256;
hashes.hmacSha256 = (key, message) => hmac(sha256, key, message);

const SIGNATURE = /^0x[0-9a-fA-F]{130}$/;

/** A new private key, 32 bytes from the system's source of chance. */
export function randomKey(): Uint8Array {
  return utils.randomSecretKey();
}

/** Whether 32 bytes are a private key: a number from 1 to the order of the curve. */
export function isKey(bytes: Uint8Array): boolean {
  return utils.isValidSecretKey(bytes);
}

/**
 * The account of a private key (32 bytes, hex with or without `0x`): the last 20 bytes of keccak-256 of its public key.
 * @throws DimensionError `hex.malformed`; Error for a number that is no key
 */
export function addressOfKey(key: string): Address {
  return addressOfPoint(getPublicKey(fromHex(key), false));
}

/**
 * The signature of a key over a hash: 65 bytes r, s, v with v 27 or 28 and the low s, as 0x-prefixed hex; the same for
 * the same hash (RFC 6979).
 * @param key 32 bytes, hex with or without `0x`
 */
export function signHash(hash: Uint8Array, key: string): string {
  const [recovery = 0, ...rs] = sign(hash, fromHex(key), { prehash: false, format: 'recovered' });
  return `0x${toHex(Uint8Array.from([...rs, recovery + 27]))}`;
}

/**
 * The account whose key made the signature over a hash; null when it is no signature.
 * @param signature 65 bytes r, s, v (27 or 28, or 0 or 1) as 0x-prefixed hex; only the low s is taken, so that a
 *   signature has one spelling
 */
export function signerOfHash(hash: Uint8Array, signature: string): Address | null {
  if (!SIGNATURE.test(signature)) return null;
  const bytes = fromHex(signature);
  const v = bytes[64] ?? 255;
  const recovery = v >= 27 ? v - 27 : v;
  if (recovery > 1) return null;
  try {
    const parsed = Signature.fromBytes(bytes.slice(0, 64), 'compact').addRecoveryBit(recovery);
    if (parsed.hasHighS()) return null;
    const told = { prehash: false, isCompressed: false } as const;
    return addressOfPoint(recoverPublicKey(parsed.toBytes('recovered'), hash, told));
  } catch {
    // Numbers that are no point of the curve: nobody's signature.
    return null;
  }
}

/** @param point 65 bytes, uncompressed */
function addressOfPoint(point: Uint8Array): Address {
  return parseAddress(`0x${keccak256(point.slice(1)).slice(24)}`);
}
