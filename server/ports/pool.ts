/** What the worker pool promises: heavy work off the room's thread, bounded in time and memory. */
import { isDimensionError } from '#shared/base/errors.ts';
import type { MachineRun } from '#shared/records/challenge.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Verdict } from '#shared/records/verdict.ts';

/** What is judged. */
export interface JudgeOrder extends JudgeWishes {
  readonly challenge: ChallengeFile;
  readonly payload: Payload;
}

/** What is wanted beside the verdict and the canonical form. */
export interface JudgeWishes {
  /** Tell the idea behind what holds, polish it, and judge what comes of it. */
  readonly polish?: boolean;
  /** Published payloads of the same challenge: how much of each stands in this one? */
  readonly known?: readonly Payload[];
}

/** A payload that holds, as it is compared. */
export interface Certificate {
  readonly payload: Payload;
  readonly verdict: Extract<Verdict, { readonly ok: true }>;
  /** Canonical form, and the idea behind it. */
  readonly canonical: string;
  readonly basin: string;
}

/** What came of judging. `canonical` and `basin` are null when it does not hold, `basin` also when nobody asked. */
export interface Judged {
  readonly verdict: Verdict;
  readonly canonical: string | null;
  readonly basin: string | null;
  /** What polish made of it, when that is better. */
  readonly polished: Certificate | null;
  /** 0 … 1 for each of `known`, in order. */
  readonly kinship: readonly number[];
  /** What all of it took, ms of CPU: the verdict says what the judge alone took. */
  readonly cpuMs: number;
}

/** Jobs by name: what goes in, what comes out. One file a job in server/work. */
export interface Jobs {
  readonly judge: {
    readonly in: JudgeOrder;
    readonly out: Judged;
  };
  readonly solve: {
    readonly in: {
      readonly file: ChallengeFile;
      readonly solver: string;
      readonly seed: string;
      readonly budgetCpuSeconds: number;
    };
    readonly out: MachineRun;
  };
  readonly generate: {
    readonly in: { readonly family: string; readonly seed: string; readonly difficulty: number };
    readonly out: { readonly file: ChallengeFile; readonly witness: Payload | null };
  };
  readonly checkWork: {
    readonly in: { readonly generator: string; readonly genome: string };
    /** Throws `genome.*`; otherwise the name the generator gives it and a digest of what grows. */
    readonly out: { readonly name: string; readonly digest: string };
  };
  /** Draws a solution for whoever shares a link to it: {@link PICTURE} pixels. */
  readonly picture: {
    readonly in: {
      readonly file: ChallengeFile;
      readonly payload: Payload;
      readonly title: string;
      /** What it came to and who made it. */
      readonly line: string;
    };
    readonly out: { readonly pngBase64: string };
  };
}

/** Size of the picture of a solution, pixels. */
export const PICTURE = { width: 1_200, height: 630 } as const;

export type JobName = keyof Jobs;

/** Whom a job is for: people come before machines. */
export type Lane = 'people' | 'machines';

/** How many jobs may wait in a lane before new ones are refused. */
export const MOST_WAITING: Readonly<Record<Lane, number>> = { people: 256, machines: 1_024 };

/** The job's own doing: a worker broke on it, or it took longer than it may. */
const BROKE: readonly string[] = ['pool.crashed', 'pool.timeout'];
/** No job's doing: nobody could be had for it. The same job asked later may well be done. */
const AWAY: readonly string[] = [
  ...['pool.down', 'pool.unserved', 'pool.congested', 'pool.full', 'pool.lost', 'pool.answer'],
];

/** Whose fault it is that a job was not done: the job's (`broke`), the pool's (`away`), or something else (null). */
export function poolFault(error: unknown): 'broke' | 'away' | null {
  if (!isDimensionError(error)) return null;
  if (BROKE.includes(error.code)) return 'broke';
  return AWAY.includes(error.code) ? 'away' : null;
}

export interface Pool {
  /**
   * Runs one job. Jobs with a dead or hung worker fail and the pool goes on.
   * @throws DimensionError `pool.*` (`timeout`, `crashed`, `full`, `closed`, and with a queue `down`, `unserved`,
   * `congested`, `lost`, `heavy`, `answer`; `poolFault` tells them apart), or the job's own error with its code
   */
  run<J extends JobName>(job: J, input: Jobs[J]['in'], priority: Lane): Promise<Jobs[J]['out']>;
  status(): { readonly workers: number; readonly waiting: number; readonly running: number };
  close(): Promise<void>;
}

/** The one judge, as the stages see it. */
export type Judge = (challenge: ChallengeFile, payload: Payload, wishes?: JudgeWishes) => Promise<Judged>;
