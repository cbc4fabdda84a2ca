/** Every word the pages say, in Spanish, from one file a page. */
import type { ENGLISH } from './english.ts';
import type { SameAs } from './phrases.ts';
import { BENCH } from './spanish/bench.ts';
import { COMMON } from './spanish/common.ts';
import { CREATE } from './spanish/create.ts';
import { HOST } from './spanish/host.ts';
import { PLAY } from './spanish/play.ts';
import { RECORDS } from './spanish/records.ts';

/** All of them. */
export const SPANISH: SameAs<typeof ENGLISH> = { ...COMMON, ...PLAY, ...CREATE, ...HOST, ...BENCH, ...RECORDS };
