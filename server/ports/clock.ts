/** Wall time as an argument: only the edges read the real clock. */

/** Milliseconds since 1970. */
export type Clock = () => number;
