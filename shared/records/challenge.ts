/** A challenge: one instance of a family, published in the world, with what machines did on it. */
import { z } from 'zod';
import type { CanonicalValue, Hash } from '#shared/base/hash.ts';
import type { Address, ChallengeId } from '#shared/base/ids.ts';

/** The file form: what is hashed into the challenge id, what `dimension solve` takes. */
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

/**
 * Where a challenge stands. `review` and `machine-attempts` are the way in; `training`: machines solve it, people
 * may play, no laurel; `frontier`: machines failed at the stated budget; `solved`: a person solved it, first laurel
 * given, still open for better values; `rejected`, `hidden` (by the host) and `retired` are closed.
 */
export const CHALLENGE_STATES = [
  'review',
  'machine-attempts',
  'training',
  'frontier',
  'solved',
  'rejected',
  'hidden',
  'retired',
] as const;
export type ChallengeState = (typeof CHALLENGE_STATES)[number];

/** One seeded machine run, kept and shown. */
export interface MachineRun {
  readonly solver: string;
  readonly release: number;
  readonly seed: string;
  /** Budget granted and CPU seconds used. */
  readonly budgetCpuSeconds: number;
  readonly cpuSeconds: number;
  /** Generator steps taken: with the seed they fix the payload. */
  readonly steps: number;
  readonly solved: boolean;
  /** Value of the payload when solved, in the family's unit. */
  readonly value?: number | string;
  /** How close the best try came, 0 … 1, in the family's own measure. */
  readonly progress: number;
  /** The best try, solved or not: the ghost that runs beside people. */
  readonly best?: CanonicalValue;
}

/** A challenge as the server keeps it. */
export interface Challenge {
  readonly id: ChallengeId;
  readonly file: ChallengeFile;
  readonly title: string;
  readonly state: ChallengeState;
  /** The account of whoever made it: a DA's or a person's. It earns nothing on it. */
  readonly creator: Address;
  /** SHA-256 of the sealed witness payload (RFC 8785), or null when the creator's clear is the proof. */
  readonly witnessHash: Hash | null;
  readonly machine: readonly MachineRun[];
  /** Wall time of the last change, ms since 1970. */
  readonly changedAtMs: number;
}
