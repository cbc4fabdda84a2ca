/** The few facts of the wire that both sides need and that need no schema: a page loads them before its first step. */

/** Ticks in one chunk of a streamed run, at most. */
export const CHUNK_TICKS = 15;

/** Between gathering and the first tick of a joint run, ms. */
export const COUNTDOWN_MS = 3_000;

/** Who waits for this long may begin without those who are still missing, though another came first, ms. */
export const PATIENCE_MS = 30_000;

/** Codes with which the server ends a connection for good: the client says why and does not come back by itself. */
export const CLOSED_FOR_GOOD = {
  /** The same account came in from another window. */
  4101: 'You came in from another window; this one has stepped aside.',
} as const;
export type ClosedForGood = keyof typeof CLOSED_FOR_GOOD;
