/** What a person tells the host of another: why, and what that person said last. */
import type { Address } from '#shared/base/ids.ts';

/** Why somebody is reported. */
export const REPORT_REASONS = ['insult', 'spam', 'cheating', 'name', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** A line of chat as it was said, before any word of it was softened. */
export interface SaidLine {
  readonly atMs: number;
  readonly text: string;
}

/** One report; it stays until the host has read it. */
export interface Report {
  /** 64 hexadecimal digits. */
  readonly id: string;
  readonly accused: Address;
  readonly accusedName: string;
  readonly reporter: Address;
  readonly reporterName: string;
  readonly reason: ReportReason;
  /** The reporter's own words; may be empty. */
  readonly words: string;
  /** What the accused said last, oldest first. */
  readonly lines: readonly SaidLine[];
  readonly atMs: number;
}

/** Somebody whom the host took the word from, for a while. */
export interface Silence {
  readonly address: Address;
  readonly name: string;
  readonly untilMs: number;
  readonly reason: string;
}
