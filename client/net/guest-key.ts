/** The guest key: a secp256k1 key made in the browser, so that anyone walks in at once and can take it along. */
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, toHex } from '#shared/base/hash.ts';
import type { Address } from '#shared/base/ids.ts';
import { addressOfKey, isKey, randomKey } from '#shared/base/secp256k1.ts';
import { signText } from '#shared/base/signed-text.ts';
import { browserKeyStore, formerKeyStore, type KeyStore } from './key-store.ts';

/** A key that signs for its account; the secret leaves it only by `exportText`. */
export interface GuestKey {
  readonly address: Address;
  /** False when the browser keeps nothing: the person should save the key as a file. */
  readonly kept: boolean;
  /** EIP-191 signature of a text: r, s, v as 0x-prefixed hex. @see https://eips.ethereum.org/EIPS/eip-191 */
  sign(text: string): string;
  /** The file by which the key goes to another device; whoever has it is this person. */
  exportText(): string;
}

const FILE_HEAD = 'Autonomous Dimension guest key, form 1';
const FILES = /Autonomous Dimension guest key, form 1\naccount (0x[0-9a-f]{40})\nsecret ([0-9a-f]{64})\n/g;
const FILE = /^Autonomous Dimension guest key, form 1\s+account (0x[0-9a-f]{40})\s+secret ([0-9a-f]{64})\s*$/;

/** The key kept in this browser, or a new one. */
export async function openGuestKey(store: KeyStore = browserKeyStore()): Promise<GuestKey> {
  const kept = await store.read();
  if (kept !== null && isSecret(kept)) return guestKey(kept, await store.write(kept));
  const secret = toHex(randomKey());
  return guestKey(secret, await store.write(secret));
}

/**
 * Takes a key over from the text of its file and keeps it here from now on. Another key that was here is set aside in
 * `former` first: it may be the only one, and somebody's laurels hang on it.
 * @throws DimensionError `key.malformed` as `accountOfKey`; `key.not-kept` when this browser keeps nothing
 */
export async function importGuestKey(
  text: string,
  store: KeyStore = browserKeyStore(),
  former: KeyStore = formerKeyStore(),
): Promise<GuestKey> {
  const secret = secretIn(text);
  const old = await store.read();
  const aside = old === null || old === secret || !isSecret(old) || (await setAside(old, former));
  if (!aside || !(await store.write(secret)))
    throw new DimensionError('key.not-kept', 'This browser keeps nothing, so the key you have stays in use.');
  return guestKey(secret, true);
}

/** A key that was here before another one was brought. */
export interface FormerKey {
  readonly address: Address;
  /** Its file. */
  readonly text: string;
}

/** Those that were set aside, whichever was first set aside last stands first, but for the one in use; no key, no line. */
export async function formerKeys(own: Address, former: KeyStore = formerKeyStore()): Promise<readonly FormerKey[]> {
  const kept = (await former.read()) ?? '';
  const found = new Map<Address, string>();
  for (const [text, account, secret] of kept.matchAll(FILES)) {
    if (account === undefined || secret === undefined || !isSecret(secret)) continue;
    const address = addressOf(secret);
    if (address === account && address !== own) found.set(address, text);
  }
  return [...found].map(([address, text]) => ({ address, text })).reverse();
}

/** Whose key a text is. @throws DimensionError `key.malformed` for any other text, or an account that does not fit */
export function accountOfKey(text: string): Address {
  return addressOf(secretIn(text));
}

async function setAside(secret: string, former: KeyStore): Promise<boolean> {
  const file = guestKey(secret, true).exportText();
  const kept = (await former.read()) ?? '';
  return kept.includes(file) || former.write(`${kept}${file}`);
}

function secretIn(text: string): string {
  const found = FILE.exec(text.trim());
  const secret = found?.[2] ?? '';
  if (!isSecret(secret) || addressOf(secret) !== found?.[1])
    throw new DimensionError('key.malformed', 'This is not a saved key of this world.');
  return secret;
}

/** The account of a secret key: the last 20 bytes of keccak-256 of its public key. */
export function addressOf(secret: string): Address {
  return addressOfKey(secret);
}

function guestKey(secret: string, kept: boolean): GuestKey {
  const address = addressOf(secret);
  return {
    address,
    kept,
    sign: (text) => signText(text, secret),
    exportText: () => `${FILE_HEAD}\naccount ${address}\nsecret ${secret}\n`,
  };
}

function isSecret(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text) && isKey(fromHex(text));
}
