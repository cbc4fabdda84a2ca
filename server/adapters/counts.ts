/** Refusals and errors by code, counted in memory since start. */
import type { Clock } from '#server/ports/clock.ts';
import type { Counts } from '#server/ports/counts.ts';

/** Errors kept with their sentence. */
const KEPT_ERRORS = 50;
/** What our codes look like; whatever else comes is somebody's text. */
const CODE = /^[a-z][a-z0-9-]{0,31}\.[a-z0-9-]{1,31}$/;
/** Different codes counted; codes are ours, so this is never reached unless one is made up. */
const MOST_CODES = 1_000;

export class MemoryCounts implements Counts {
  readonly #clock: Clock;
  readonly #log: (code: string, sentence: string) => void;
  readonly #counts = new Map<string, number>();
  readonly #errors: { readonly atMs: number; readonly code: string; readonly sentence: string }[] = [];

  /** @param log hears of every error kept */
  constructor(clock: Clock, log: (code: string, sentence: string) => void = () => undefined) {
    this.#clock = clock;
    this.#log = log;
  }

  count(raw: string): void {
    const code = CODE.test(raw) ? raw : 'other.code';
    const known = this.#counts.get(code);
    if (known === undefined && this.#counts.size >= MOST_CODES) return;
    this.#counts.set(code, (known ?? 0) + 1);
  }

  error(code: string, sentence: string): void {
    this.#errors.unshift({ atMs: this.#clock(), code, sentence });
    this.#errors.splice(KEPT_ERRORS);
    this.#log(code, sentence);
  }

  all(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  recent(): readonly { readonly atMs: number; readonly code: string; readonly sentence: string }[] {
    return [...this.#errors];
  }
}
