/** The names by which things are known, each with the parser that alone makes it. */
import type { Brand } from './brand.ts';
import { DimensionError } from './errors.ts';

/** SHA-256 of the RFC 8785 JSON of `{family, rules, instance}`, 64 hex digits. */
export type ChallengeId = Brand<string, 'ChallengeId'>;
/** SHA-256 of the RFC 8785 JSON of what was handed in, 64 hex digits. */
export type AttemptId = Brand<string, 'AttemptId'>;
/** A work by the SHA-256 of its genome, 64 hex digits; the chain's token id comes later. */
export type WorkId = Brand<string, 'WorkId'>;
/** An automaton by its lower-case name, 2–24 letters. */
export type AutomatonId = Brand<string, 'AutomatonId'>;
/** An account: `0x` and 40 lower-case hex digits. People, DAs and contracts alike. */
export type Address = Brand<string, 'Address'>;

const HEX64 = /^[0-9a-f]{64}$/;

/** @throws DimensionError `challenge.id` */
export function parseChallengeId(raw: unknown): ChallengeId {
  if (typeof raw === 'string' && HEX64.test(raw)) return raw as ChallengeId;
  throw new DimensionError('challenge.id', 'A challenge is named by 64 lower-case hexadecimal digits.');
}

/** @throws DimensionError `attempt.id` */
export function parseAttemptId(raw: unknown): AttemptId {
  if (typeof raw === 'string' && HEX64.test(raw)) return raw as AttemptId;
  throw new DimensionError('attempt.id', 'An attempt is named by 64 lower-case hexadecimal digits.');
}

/** @throws DimensionError `work.id` */
export function parseWorkId(raw: unknown): WorkId {
  if (typeof raw === 'string' && HEX64.test(raw)) return raw as WorkId;
  throw new DimensionError('work.id', 'A work is named by 64 lower-case hexadecimal digits.');
}

/** @throws DimensionError `automaton.id` */
export function parseAutomatonId(raw: unknown): AutomatonId {
  if (typeof raw === 'string' && /^[a-z]{2,24}$/.test(raw)) return raw as AutomatonId;
  throw new DimensionError('automaton.id', 'An automaton is named by 2 to 24 lower-case letters.');
}

/** Any `0x` address in any case, kept in lower case. @throws DimensionError `address.malformed` */
export function parseAddress(raw: unknown): Address {
  if (typeof raw === 'string' && /^0x[0-9a-fA-F]{40}$/.test(raw)) return raw.toLowerCase() as Address;
  throw new DimensionError('address.malformed', 'An account is written as 0x and 40 hexadecimal digits.');
}
