/** Every word the pages say, in English, from one file a page. The pages speak plainly: what is, what to do, no jargon. */
import { BENCH } from './english/bench.ts';
import { COMMON } from './english/common.ts';
import { CREATE } from './english/create.ts';
import { HOST } from './english/host.ts';
import { PEOPLE } from './english/people.ts';
import { PLAY } from './english/play.ts';
import { RECORDS } from './english/records.ts';
import { SETTINGS } from './english/settings.ts';
import { WATCH } from './english/watch.ts';
import { WAYS } from './english/ways.ts';

/** By page; a key stands in one of them only. */
export const BY_PAGE = [COMMON, PLAY, SETTINGS, CREATE, HOST, BENCH, RECORDS, WATCH, WAYS, PEOPLE] as const;

/** All of them. */
export const ENGLISH = {
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
} as const;
