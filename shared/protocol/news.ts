/** Something happened that everybody should see: as a sentence in English, and as parts for other languages. */

/** What is said; each is a sentence of its own in every language. */
export const NEWS_SAYINGS = [
  'laurel',
  'minted',
  'first',
  'first-solution',
  'work',
  'closed-by',
  'closed',
  'closed-held',
  'gate-dull',
  'gate-proven',
  'gate-training',
  'gate-beat',
  'gate-frontier',
  'waits',
] as const;
export type NewsSaying = (typeof NEWS_SAYINGS)[number];

/** What the sentence is made of; a part that it does not need stays away. */
export interface NewsParts {
  readonly says: NewsSaying;
  /** Of the challenge or the work. */
  readonly title: string;
  readonly names?: readonly string[];
  readonly value?: number | string;
  readonly unit?: string;
  /** Days that a record was held, tries that machines made, or people who are waited for. */
  readonly count?: number;
  readonly cpuSeconds?: number;
}

/** One piece of news. */
export interface News {
  readonly kind: 'laurel' | 'gate' | 'work' | 'closed' | 'minted' | 'first';
  readonly sentence: string;
  /** Challenge or work id. */
  readonly id: string;
  readonly who: string;
  readonly parts: NewsParts;
}
