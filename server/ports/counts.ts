/** What is counted and shown to the host: refusals and errors by code. */

export interface Counts {
  /** Counts one refusal or error by its stable code. */
  count(code: string): void;
  /** Keeps the last errors with their sentence for the host's page. */
  error(code: string, sentence: string): void;
  all(): Readonly<Record<string, number>>;
  recent(): readonly { readonly atMs: number; readonly code: string; readonly sentence: string }[];
}
