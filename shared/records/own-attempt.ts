/** What somebody tried, as they themselves are told of it. */
import type { Fails, Holds } from './verdict.ts';

/** One line of GET /api/profile/attempts: done alone or with others; the newest comes first. */
export interface OwnAttempt {
  readonly attempt: string;
  readonly challenge: string;
  /** Null where the host took the challenge out of sight: then it cannot be watched. */
  readonly title: string | null;
  readonly verdict: Pick<Holds, 'ok' | 'value' | 'unit'> | Pick<Fails, 'ok' | 'reason'>;
  readonly atMs: number;
}
