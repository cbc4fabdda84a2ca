/** What a second verification promises: another process judges from the public files alone. */
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';

/** What the other process says; `value` and `digest` are null where it has none. */
export interface Opinion {
  readonly ok: boolean;
  readonly value: number | string | null;
  readonly digest: string | null;
}

/** @throws DimensionError `opinion.failed` when the other process came to no verdict: nothing is decided by that */
export type SecondOpinion = (file: ChallengeFile, payload: Payload) => Promise<Opinion>;
