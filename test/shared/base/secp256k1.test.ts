/** Keys and signatures, with ethers as the second opinion. */
import { SigningKey, verifyMessage, Wallet } from 'ethers';
import { expect, test } from 'vitest';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';
import { addressOfKey, isKey, randomKey, signerOfHash, signHash } from '#shared/base/secp256k1.ts';
import { recoverSigner, signText } from '#shared/base/signed-text.ts';

/** The order of the curve. @see https://www.secg.org/sec2-v2.pdf section 2.4.1 */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const KEYS = Array.from({ length: 24 }, (_, at) => keccak256(`key ${at}`));

function padded(number: bigint): string {
  return number.toString(16).padStart(64, '0');
}

test('accounts and signatures are those of ethers, to the byte', async () => {
  for (const [at, key] of KEYS.entries()) {
    const text = 'ä'.repeat(at * 7);
    const wallet = new Wallet(`0x${key}`);
    expect(addressOfKey(key)).toBe(wallet.address.toLowerCase());
    const signature = signText(text, key);
    expect(signature).toBe(await wallet.signMessage(text));
    expect(verifyMessage(text, signature).toLowerCase()).toBe(addressOfKey(key));
    const hash = keccak256(text);
    expect(signHash(fromHex(hash), key)).toBe(new SigningKey(`0x${key}`).sign(`0x${hash}`).serialized);
  }
});

test('a signature names its key; with any of its bytes changed it does not', () => {
  const [key = ''] = KEYS;
  const signature = signText('Lanterns', key);
  expect(recoverSigner('Lanterns', signature)).toBe(addressOfKey(`0x${key}`));
  expect(recoverSigner('Lantern', signature)).not.toBe(addressOfKey(key));
  for (let at = 0; at < 65; at++) {
    const bytes = fromHex(signature);
    bytes[at] = (bytes[at] ?? 0) ^ 0x40;
    expect(recoverSigner('Lanterns', `0x${toHex(bytes)}`)).not.toBe(addressOfKey(key));
  }
});

test('what is no signature is nobody’s, whatever it is', () => {
  const hash = fromHex(keccak256('Lanterns'));
  const whole = signHash(hash, KEYS[0] ?? '');
  const [rs, v] = [whole.slice(0, 130), whole.slice(130)];
  const r = rs.slice(0, 66);
  const s = BigInt(`0x${rs.slice(66)}`);
  const bad = [
    '',
    whole.slice(2),
    `${whole}00`,
    `${rs}1d`,
    `${rs}02`,
    `0x${padded(0n)}${padded(s)}${v}`,
    `${r}${padded(0n)}${v}`,
    `0x${padded(ORDER)}${padded(s)}${v}`,
    // No x of the curve: 5 has no square root of 5³ + 7.
    `0x${padded(5n)}${padded(s)}${v}`,
    // The twin with the high s, which the curve would take.
    `${r}${padded(ORDER - s)}${v === '1b' ? '1c' : '1b'}`,
  ];
  for (const signature of bad) expect(signerOfHash(hash, signature)).toBeNull();
  expect(signerOfHash(hash, `${rs}${v === '1b' ? '00' : '01'}`)).toBe(signerOfHash(hash, whole));
});

test('a key is a number from 1 to below the order', () => {
  expect(isKey(fromHex(padded(0n)))).toBe(false);
  expect(isKey(fromHex(padded(1n)))).toBe(true);
  expect(isKey(fromHex(padded(ORDER - 1n)))).toBe(true);
  expect(isKey(fromHex(padded(ORDER)))).toBe(false);
  expect(isKey(new Uint8Array(31))).toBe(false);
  expect(isKey(randomKey())).toBe(true);
});
