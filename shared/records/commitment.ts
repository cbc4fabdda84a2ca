/** A solution handed in sealed: its hash now, the solution itself later, and nobody can copy it in between. */
import { canonicalJson, type Hash, sha256 } from '#shared/base/hash.ts';
import type { Address } from '#shared/base/ids.ts';
import type { Payload } from './payload.ts';

/** What is sealed. The address keeps others from opening it as theirs; the salt, from being guessed. */
export interface Sealed {
  readonly payload: Payload;
  /** 32 to 64 lower-case hex digits of the sealer's own choice. */
  readonly salt: string;
  readonly address: Address;
}

/** SHA-256 of the RFC 8785 JSON of `{address, payload, salt}`. */
export function commitmentOf({ payload, salt, address }: Sealed): Hash {
  return sha256(canonicalJson({ payload, salt, address }));
}
