/** An attempt as anybody may see it, with the challenge it answers. */
import type { StoreReads } from '#server/ports/store-reads.ts';
import { DimensionError } from '#shared/base/errors.ts';
import { parseAttemptId } from '#shared/base/ids.ts';
import type { JudgedAttempt } from '#shared/records/attempt.ts';
import type { Challenge } from '#shared/records/challenge.ts';

/**
 * What was handed in sealed is no attempt before it is opened.
 * @throws DimensionError `attempt.id`, `attempt.unknown`, and `attempt.hidden` as long as its challenge is hidden
 */
export async function shownAttempt(
  raw: unknown,
  store: Pick<StoreReads, 'attempt' | 'challenge'>,
): Promise<{ readonly attempt: JudgedAttempt; readonly challenge: Challenge }> {
  const attempt = await store.attempt(parseAttemptId(raw));
  const challenge = attempt === null ? null : await store.challenge(attempt.challenge);
  if (attempt === null || challenge === null)
    throw new DimensionError(
      'attempt.unknown',
      'There is no such attempt in this world; what was handed in sealed is shown once it is opened.',
    );
  if (challenge.state === 'hidden')
    throw new DimensionError(
      'attempt.hidden',
      'The host has hidden the challenge of this attempt, so it is not shown for now.',
    );
  return { attempt, challenge };
}
