/** What the world answers to an intent: accepted with what came of it, or refused with a code and a sentence. */

/** Refused: nothing was changed. */
export interface Refused {
  readonly accepted: false;
  readonly code: string;
  readonly sentence: string;
}

/** Accepted and durable: it survives kill -9 from here on. */
export interface Accepted {
  readonly accepted: true;
  /** Id of what was kept (challenge, work or attempt). */
  readonly id: string;
  /** One plain sentence on what came of it. */
  readonly sentence: string;
}

export type Ruling = Accepted | Refused;
