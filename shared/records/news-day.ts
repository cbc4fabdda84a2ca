/** What happened on one day, as data: a page says it in its own language. */

/** Something about a challenge, with who did it. */
export interface DayResult {
  readonly challenge: string;
  readonly title: string;
  /** Accounts with the names they go by. */
  readonly who: readonly { readonly address: string; readonly name: string }[];
  /** The attempt that can be watched; null where there is none. */
  readonly attempt: string | null;
}

/** A record that moved the frontier. */
export interface DayLaurel extends DayResult {
  readonly value: number | string;
  readonly unit: string;
}

/** A challenge whose gate opened, or that machines closed. */
export interface DayGate {
  readonly challenge: string;
  readonly title: string;
  /** It opened for what nobody can do, not for training. */
  readonly unsolved: boolean;
}

/** One day, newest first in each list. */
export interface NewsDay {
  /** Of the calendar, in UTC: 2026-11-28. */
  readonly day: string;
  readonly laurels: readonly DayLaurel[];
  readonly firsts: readonly DayResult[];
  readonly opened: readonly DayGate[];
  readonly closed: readonly DayGate[];
  /** How many works were made, and some of them. */
  readonly works: { readonly count: number; readonly titles: readonly string[] };
  /** How many lessons machines were given on a challenge, and who of them holds a record there for all to see. */
  readonly taught: readonly (DayResult & { readonly lessons: number })[];
}

/** GET /api/news */
export interface DailyNews {
  /** The day it is in the world now. */
  readonly today: string;
  /** The last days with anything in them, today first. */
  readonly days: readonly NewsDay[];
}
