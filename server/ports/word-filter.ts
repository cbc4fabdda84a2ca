/** What a word filter promises. */

export interface WordFilter {
  /** The text with what nobody should have to read replaced by asterisks; everything else as it was. */
  soften(text: string): string;
}
