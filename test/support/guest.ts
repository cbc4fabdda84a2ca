/** People for tests: a real key that signs the real text. */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { addressOfKey, signedHash } from '#server/door/recover.ts';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';
import type { Address } from '#shared/base/ids.ts';
import { type SignInFields, signInText } from '#shared/protocol/sign-in.ts';

/** A person with a key; the same name has the same key. */
export class Guest {
  readonly name: string;
  readonly address: Address;
  readonly #key: string;

  constructor(name: string) {
    this.name = name;
    this.#key = `0x${keccak256(`guest ${name}`)}`;
    this.address = addressOfKey(this.#key);
  }

  /** 65 bytes r, s, v over the EIP-191 hash, 0x-prefixed. */
  sign(text: string): string {
    const [recovery = 0, ...rs] = secp256k1.sign(signedHash(text), fromHex(this.#key), {
      prehash: false,
      format: 'recovered',
    });
    return `0x${toHex(Uint8Array.from([...rs, recovery + 27]))}`;
  }

  /** The body of a sign-in; `change` spoils a field before it is signed. */
  signIn(
    fields: { readonly domain: string; readonly nonce: string; readonly chainId: number; readonly nowMs: number },
    change: Partial<SignInFields> = {},
  ): { message: string; signature: string; name: string } {
    const { domain, nonce, chainId, nowMs } = fields;
    const message = signInText({
      domain,
      uri: `http://${domain}/`,
      chainId,
      nonce,
      address: this.address,
      issuedAt: new Date(nowMs).toISOString(),
      expirationTime: new Date(nowMs + 300_000).toISOString(),
      ...change,
    });
    return { message, signature: this.sign(message), name: this.name };
  }
}
