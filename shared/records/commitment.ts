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

/** How long a seal holds, days: who found something hands it in before then, or seals it again. */
export const SEAL_DAYS = 90;

/** True while a solution that was sealed at `atMs` may be opened. */
export function sealHolds({ atMs }: { readonly atMs: number }, nowMs: number): boolean {
  return atMs >= oldestSealMs(nowMs);
}

/** What was sealed before then counts no longer, ms since 1970. */
export function oldestSealMs(nowMs: number): number {
  return nowMs - SEAL_DAYS * 86_400_000;
}

/** SHA-256 of the RFC 8785 JSON of `{address, payload, salt}`. */
export function commitmentOf({ payload, salt, address }: Sealed): Hash {
  return sha256(canonicalJson({ payload, salt, address }));
}
