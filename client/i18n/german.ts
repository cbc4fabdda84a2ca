/** Every word the pages say, in German, from one file a page. */
import type { ENGLISH } from './english.ts';
import { BENCH } from './german/bench.ts';
import { COMMON } from './german/common.ts';
import { CREATE } from './german/create.ts';
import { HOST } from './german/host.ts';
import { PLAY } from './german/play.ts';
import { RECORDS } from './german/records.ts';
import type { SameAs } from './phrases.ts';

/** All of them. */
export const GERMAN: SameAs<typeof ENGLISH> = { ...COMMON, ...PLAY, ...CREATE, ...HOST, ...BENCH, ...RECORDS };
