/** A bell for faults of a connection that tries again by itself: rings at the first, then rests for a minute. */
import type { Clock } from '#server/ports/clock.ts';

const REST_MS = 60_000;

/** Hears of every fault; `tell` gets one sentence of the first of each minute. */
export function faultBell(clock: Clock, tell: (sentence: string) => void): (fault: unknown) => void {
  let restsUntilMs = Number.NEGATIVE_INFINITY;
  return (fault) => {
    const nowMs = clock();
    if (nowMs < restsUntilMs) return;
    restsUntilMs = nowMs + REST_MS;
    // Only the message: the rest of such an error may hold the password.
    const detail = fault instanceof Error ? fault.message.slice(0, 200) : 'unknown';
    tell(`The work queue in Redis does not answer (${detail}); trying again.`);
  };
}
