/** The file form of a challenge: what is hashed into its id, what is published, what `dimension solve` takes. */
import { z } from 'zod';
import type { CanonicalValue } from '#shared/base/hash.ts';

/** A challenge without anything that happened to it. */
export interface ChallengeFile {
  readonly family: string;
  /** Version of the family's rules; another version is another challenge. */
  readonly rules: number;
  readonly instance: CanonicalValue;
}

/** Checks the shape only; the family's `parseInstance` checks the instance. */
export const challengeFileSchema = z.strictObject({
  family: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/),
  rules: z.number().int().min(1).max(65_535),
  instance: z.json().transform((value): CanonicalValue => value),
});
