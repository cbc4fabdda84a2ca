/** Wall time as an argument: only the edges read the real clock. */

/** Milliseconds since 1970. */
export type Clock = () => number;

/** Milliseconds since some moment, never backwards: for paces and limits, which a corrected clock must not break. */
export type Stopwatch = () => number;
