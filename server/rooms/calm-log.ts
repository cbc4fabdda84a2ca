/** The room library's own words, at a pace that fills no disk: what strangers send must not decide how much we write. */
import type { Counts } from '#server/ports/counts.ts';
import { Buckets } from '#shared/base/buckets.ts';

/** Anything that takes words by level, as the library does. */
export interface Lines {
  debug(...words: readonly unknown[]): void;
  info(...words: readonly unknown[]): void;
  warn(...words: readonly unknown[]): void;
  error(...words: readonly unknown[]): void;
  trace(...words: readonly unknown[]): void;
}

/** Lines of each level: this many at once, then one in ten seconds. */
const RATE = { burst: 12, perSecond: 0.1 };
const LONGEST = 400;

/** @param nowMs a clock that never runs backwards, ms */
export function calmLog(log: Lines, counts: Pick<Counts, 'count'>, nowMs: () => number = stopwatch): Lines {
  const buckets = new Buckets();
  let leftOut = 0;
  const say = (level: keyof Lines, words: readonly unknown[]) => {
    if (!buckets.take(level, RATE, nowMs())) {
      leftOut++;
      counts.count('room.log');
      return;
    }
    const more = leftOut === 0 ? '' : ` (${leftOut} lines before this one were left out)`;
    leftOut = 0;
    log[level](`${short(words)}${more}`);
  };
  return {
    debug: (...words) => say('debug', words),
    info: (...words) => say('info', words),
    warn: (...words) => say('warn', words),
    error: (...words) => say('error', words),
    trace: (...words) => say('trace', words),
  };
}

/** The first line: the rest is where in the library it happened. */
function short(words: readonly unknown[]): string {
  const [first = ''] = words.map(String).join(' ').split('\n');
  return first.slice(0, LONGEST);
}

function stopwatch(): number {
  return performance.now();
}
