/** Texts signed by an account: EIP-191 `personal_sign` over secp256k1, made and read back. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromHex, keccak256 } from './hash.ts';
import type { Address } from './ids.ts';
import { signerOfHash, signHash } from './secp256k1.ts';

/**
 * The account whose key made the signature over the text; null when it is no signature.
 * @param signature as `signerOfHash` takes it
 * @see https://eips.ethereum.org/EIPS/eip-191
 */
export function recoverSigner(text: string, signature: string): Address | null {
  return signerOfHash(signedHash(text), signature);
}

/** The signature of a key (32 bytes, hex) over a text, as `signHash` writes it. */
export function signText(text: string, key: string): string {
  return signHash(signedHash(text), key);
}

/** keccak-256 over the prefixed text, 32 bytes: what `personal_sign` signs. */
function signedHash(text: string): Uint8Array {
  const length = utf8ToBytes(text).length;
  return fromHex(keccak256(`\u0019Ethereum Signed Message:\n${length}${text}`));
}
