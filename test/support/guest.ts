/** People for tests: a real key that signs the real text. */
import { keccak256 } from '#shared/base/hash.ts';
import type { Address } from '#shared/base/ids.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import { signText } from '#shared/base/signed-text.ts';
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
    return signText(text, this.#key);
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
