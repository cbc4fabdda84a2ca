/** Texts signed by an account: EIP-191 `personal_sign` over secp256k1, made and read back. */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromHex, keccak256, toHex } from './hash.ts';
import { type Address, parseAddress } from './ids.ts';

const SIGNATURE = /^0x[0-9a-fA-F]{130}$/;

/**
 * The account whose key made the signature over the text; null when it is no signature.
 * @param signature 65 bytes r, s, v (27 or 28, or 0 or 1) as 0x-prefixed hex; only the low s is taken, so that a
 *   signature has one spelling
 * @see https://eips.ethereum.org/EIPS/eip-191
 */
export function recoverSigner(text: string, signature: string): Address | null {
  if (!SIGNATURE.test(signature)) return null;
  const bytes = fromHex(signature);
  const v = bytes[64] ?? 255;
  const recovery = v >= 27 ? v - 27 : v;
  if (recovery > 1) return null;
  try {
    const parsed = secp256k1.Signature.fromBytes(bytes.slice(0, 64), 'compact').addRecoveryBit(recovery);
    if (parsed.hasHighS()) return null;
    return addressOfPoint(parsed.recoverPublicKey(signedHash(text)).toBytes(false));
  } catch {
    // Numbers that are no point of the curve: nobody's signature.
    return null;
  }
}

/** The signature of a key (32 bytes, 0x-prefixed hex) over a text: r, s, v with v 27 or 28, as 0x-prefixed hex. */
export function signText(text: string, key: string): string {
  const [recovery = 0, ...rs] = secp256k1.sign(signedHash(text), fromHex(key), { prehash: false, format: 'recovered' });
  return `0x${toHex(Uint8Array.from([...rs, recovery + 27]))}`;
}

/** The account of a private key (32 bytes, 0x-prefixed hex). */
export function addressOfKey(key: string): Address {
  return addressOfPoint(secp256k1.getPublicKey(fromHex(key), false));
}

/** keccak-256 over the prefixed text, 32 bytes: what `personal_sign` signs. */
function signedHash(text: string): Uint8Array {
  const length = utf8ToBytes(text).length;
  return fromHex(keccak256(`\u0019Ethereum Signed Message:\n${length}${text}`));
}

/** @param point 65 bytes, uncompressed */
function addressOfPoint(point: Uint8Array): Address {
  return parseAddress(`0x${keccak256(point.slice(1)).slice(24)}`);
}
