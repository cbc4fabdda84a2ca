/** What the worker pool promises: heavy work off the room's thread, bounded in time and memory. */
import type { ChallengeFile, MachineRun } from '#shared/records/challenge.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Verdict } from '#shared/records/verdict.ts';

/** Jobs by name: what goes in, what comes out. One file a job in server/work. */
export interface Jobs {
  readonly judge: {
    readonly in: { readonly challenge: ChallengeFile; readonly payload: Payload };
    /** `canonical` is the payload's canonical form when it holds. */
    readonly out: { readonly verdict: Verdict; readonly canonical: string | null };
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
}
export type JobName = keyof Jobs;

/** Whom a job is for: people come before machines. */
export type Lane = 'people' | 'machines';

/** How many jobs may wait in a lane before new ones are refused. */
export const MOST_WAITING: Readonly<Record<Lane, number>> = { people: 256, machines: 1_024 };

export interface Pool {
  /**
   * Runs one job. Jobs with a dead or hung worker fail and the pool goes on.
   * @throws DimensionError `pool.*` (`timeout`, `crashed`, `full`, `closed`, and with a queue `down`, `unserved`,
   * `lost`, `heavy`, `answer`), or the job's own error with its code
   */
  run<J extends JobName>(job: J, input: Jobs[J]['in'], priority: Lane): Promise<Jobs[J]['out']>;
  status(): { readonly workers: number; readonly waiting: number; readonly running: number };
  close(): Promise<void>;
}

/** The one judge, as the stages see it. */
export type Judge = (challenge: ChallengeFile, payload: Payload) => Promise<Jobs['judge']['out']>;
