/** A challenge: one instance of a family, published in the world, with what machines did on it. */
import type { CanonicalValue, Hash } from '#shared/base/hash.ts';
import type { Address, ChallengeId } from '#shared/base/ids.ts';
import type { ChallengeFile } from './challenge-file.ts';

/**
 * Where a challenge stands; shared/records/lifecycle.ts says how it gets from one to another. `draft`, `review` and
 * `machine-attempts` are the way in. Machines do it: `machine-solved` mostly, `training` sometimes, `absorbed` after they
 * learned it from people. People hold it: `frontier` (machines failed at the stated budget), `advanced` (a person moved
 * it, the window runs), `solved` (a person did it, machines still fail). `frozen` and `hidden` come back; `retired`,
 * `invalidated` and `rejected` do not.
 */
export const CHALLENGE_STATES = [
  'draft',
  'review',
  'machine-attempts',
  'machine-solved',
  'training',
  'frontier',
  'advanced',
  'absorbed',
  'solved',
  'retired',
  'frozen',
  'invalidated',
  'rejected',
  'hidden',
] as const;
export type ChallengeState = (typeof CHALLENGE_STATES)[number];

/** States in which people hold it: whoever advances it earns a laurel. */
export const HELD_STATES = ['frontier', 'advanced', 'solved'] as const satisfies readonly ChallengeState[];
/** States in which machines do it too: attempts are judged and kept, and earn nothing. */
export const PRACTICE_STATES = ['training', 'machine-solved', 'absorbed'] as const satisfies readonly ChallengeState[];
/** States in which attempts are judged and a gate stands in the world. */
export const OPEN_STATES = [...HELD_STATES, ...PRACTICE_STATES] as const satisfies readonly ChallengeState[];

/** True when people hold the challenge. */
export function isHeld(state: ChallengeState): boolean {
  return HELD_STATES.some((held) => held === state);
}

/** True when attempts are judged. */
export function isOpen(state: ChallengeState): boolean {
  return OPEN_STATES.some((open) => open === state);
}

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
  /** The judge confirms the payload: in a family of records any certificate is one, however good. */
  readonly solved: boolean;
  /** Value of the payload when solved, in the family's unit. */
  readonly value?: number | string;
  /** How close the best try came, 0 … 1, in the family's own measure. */
  readonly progress: number;
  /** The best try, solved or not: the ghost that runs beside people. */
  readonly best?: CanonicalValue;
  /** The idea behind the best try, where the judge looked for it: what polish makes of it does not count. */
  readonly basin?: string;
}

/** Share of the runs that solved it, 0 … 1; 0 when there were none. */
export function solvedShare(runs: readonly Pick<MachineRun, 'solved'>[]): number {
  return runs.length === 0 ? 0 : runs.filter(({ solved }) => solved).length / runs.length;
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
