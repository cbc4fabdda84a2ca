/** Every word the pages say, in Spanish, from one file a page. */
import type { ENGLISH } from './english.ts';
import type { SameAs } from './phrases.ts';
import { BENCH } from './spanish/bench.ts';
import { COMMON } from './spanish/common.ts';
import { CREATE } from './spanish/create.ts';
import { HEARD } from './spanish/heard.ts';
import { HOST } from './spanish/host.ts';
import { PEOPLE } from './spanish/people.ts';
import { PLAY } from './spanish/play.ts';
import { RECORDS } from './spanish/records.ts';
import { REFUSALS } from './spanish/refusals.ts';
import { SETTINGS } from './spanish/settings.ts';
import { WATCH } from './spanish/watch.ts';
import { WAYS } from './spanish/ways.ts';

const WORDS: SameAs<typeof ENGLISH> = {
  ...COMMON,
  ...PLAY,
  ...SETTINGS,
  ...CREATE,
  ...HOST,
  ...BENCH,
  ...RECORDS,
  ...WATCH,
  ...WAYS,
  ...PEOPLE,
};

/** All of them, and what the world says itself. */
export const SPANISH = { words: WORDS, heard: { sentences: HEARD, refusals: REFUSALS } } as const;
