/** Every word the pages say, in German, from one file a page. */
import type { ENGLISH } from './english.ts';
import { BENCH } from './german/bench.ts';
import { COMMON } from './german/common.ts';
import { CREATE } from './german/create.ts';
import { HEARD } from './german/heard.ts';
import { HOST } from './german/host.ts';
import { PEOPLE } from './german/people.ts';
import { PLAY } from './german/play.ts';
import { RECORDS } from './german/records.ts';
import { REFUSALS } from './german/refusals.ts';
import { SETTINGS } from './german/settings.ts';
import { WATCH } from './german/watch.ts';
import { WAYS } from './german/ways.ts';
import type { SameAs } from './phrases.ts';

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
export const GERMAN = { words: WORDS, heard: { sentences: HEARD, refusals: REFUSALS } } as const;
