/** The one error of the house: a stable code for programs, one plain sentence for people, the facts, the cause. */

/** Values that may stand beside an error: small and printable. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A broken promise with a stable `code` (`area.problem`, never renamed), one plain sentence and the facts.
 * Outcomes that are part of the game (a lost attempt, a refused proposal) are values, not errors.
 */
export class DimensionError extends Error {
  readonly code: string;
  readonly facts: Facts;

  constructor(code: string, sentence: string, facts: Facts = {}, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = 'DimensionError';
    this.code = code;
    this.facts = facts;
  }
}

/** True when `error` is one of ours and may be shown to whoever caused it. */
export function isDimensionError(error: unknown): error is DimensionError {
  return error instanceof DimensionError;
}

/** The code and sentence that may leave the server for any error: our own, or a neutral pair for a fault of ours. */
export function publicError(error: unknown): { readonly code: string; readonly sentence: string } {
  if (isDimensionError(error)) return { code: error.code, sentence: error.message };
  return { code: 'server.fault', sentence: 'Something broke on the server; nothing was changed.' };
}
