/** Who signed a text: EIP-191 `personal_sign` over secp256k1. */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, keccak256 } from '#shared/base/hash.ts';
import { type Address, parseAddress } from '#shared/base/ids.ts';

/**
 * The account whose key made the signature over the text.
 * @param signature 65 bytes r, s, v (27 or 28, or 0 or 1) as 0x-prefixed hex; only the low s is taken, so that a
 *   signature has one spelling
 * @throws DimensionError `sign-in.signature`
 * @see https://eips.ethereum.org/EIPS/eip-191
 */
export function recoverSigner(text: string, signature: string): Address {
  const bytes = fromHex(signature);
  const v = bytes[64] ?? 255;
  const recovery = v >= 27 ? v - 27 : v;
  if (bytes.length !== 65 || recovery > 1) throw wrong();
  try {
    const parsed = secp256k1.Signature.fromBytes(bytes.slice(0, 64), 'compact').addRecoveryBit(recovery);
    if (parsed.hasHighS()) throw wrong();
    return addressOfPoint(parsed.recoverPublicKey(signedHash(text)).toBytes(false));
  } catch (cause) {
    throw wrong(cause);
  }
}

/** The account of a private key (32 bytes, 0x-prefixed hex). */
export function addressOfKey(key: string): Address {
  return addressOfPoint(secp256k1.getPublicKey(fromHex(key), false));
}

/** keccak-256 over the prefixed text, 32 bytes: what `personal_sign` signs. */
export function signedHash(text: string): Uint8Array {
  const length = new TextEncoder().encode(text).length;
  return fromHex(keccak256(`\u0019Ethereum Signed Message:\n${length}${text}`));
}

/** @param point 65 bytes, uncompressed */
function addressOfPoint(point: Uint8Array): Address {
  return parseAddress(`0x${keccak256(point.slice(1)).slice(24)}`);
}

function wrong(cause?: unknown): DimensionError {
  return new DimensionError('sign-in.signature', 'The signature does not belong to this account.', {}, cause);
}
