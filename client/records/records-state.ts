/** What the records page shows: asked for again every few seconds while it is visible. */

import { type Signal, signal } from '@preact/signals';
import type { Api } from '#client/net/api.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { ChallengeCard, PublishedTable } from '#shared/protocol/routes.ts';
import type { FeedLine } from '#shared/records/feed-line.ts';

/** Where the page stands. */
type RecordsPhase = 'loading' | 'ready' | 'away';

/** How often the feed is asked for, ms. */
const EVERY_MS = 4_000;

/** The page's signals and the one loop that fills them. */
export class RecordsState {
  readonly phase = signal<RecordsPhase>('loading');
  readonly sentence = signal('');
  /** Newest first. */
  readonly lines: Signal<readonly FeedLine[]> = signal([]);
  readonly challenges: Signal<readonly ChallengeCard[]> = signal([]);
  readonly published: Signal<readonly PublishedTable[]> = signal([]);
  /** The challenge whose history is shown, and its history oldest first; null before one is chosen. */
  readonly chosen = signal<string | null>(null);
  readonly history: Signal<readonly FeedLine[]> = signal([]);
  readonly #api: Api;
  readonly #later: (act: () => void, ms: number) => void;

  constructor(api: Api, later: (act: () => void, ms: number) => void) {
    this.#api = api;
    this.#later = later;
  }

  /** Begins to ask. */
  watch(): void {
    void this.#turn();
  }

  /** Shows the history of a challenge. */
  async choose(challenge: string): Promise<void> {
    this.chosen.value = challenge;
    await this.#asking(async () => {
      const history = await this.#api.history(challenge);
      if (this.chosen.value === challenge) this.history.value = history;
    });
  }

  /** True while the feed has entries that are not shown yet. */
  hasOlder(): boolean {
    return (this.lines.value.at(-1)?.seq ?? 1) > 1;
  }

  /** Adds older entries at the end. */
  older(): Promise<void> {
    return this.#asking(async () => this.#add(await this.#api.feedLines(this.lines.value.at(-1)?.seq)));
  }

  async #turn(): Promise<void> {
    if (document.visibilityState === 'visible' || this.phase.value === 'loading') await this.#ask();
    this.#later(() => void this.#turn(), EVERY_MS);
  }

  #ask(): Promise<void> {
    return this.#asking(async () => {
      const first = this.phase.value === 'loading';
      const newest = this.lines.value[0]?.seq ?? 0;
      const [lines, challenges, published] = await Promise.all([
        this.#api.feedLines(),
        this.#api.challenges(),
        first ? this.#api.published() : this.published.value,
      ]);
      this.#add(lines);
      this.challenges.value = challenges;
      this.published.value = published;
      const chosen = this.chosen.value ?? lines.find(({ kind }) => kind === 'record')?.challenge ?? null;
      if (chosen !== null && (first || (lines[0]?.seq ?? 0) > newest)) await this.choose(chosen);
      this.phase.value = 'ready';
    });
  }

  /** Entries never change, so what is known already stays. */
  #add(lines: readonly FeedLine[]): void {
    const bySeq = new Map([...this.lines.value, ...lines].map((line) => [line.seq, line]));
    this.lines.value = [...bySeq.values()].sort((a, b) => b.seq - a.seq);
  }

  async #asking(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      if (this.phase.value === 'away') this.phase.value = 'ready';
    } catch (error) {
      if (!isDimensionError(error)) throw error;
      this.sentence.value = sentenceOf(error);
      this.phase.value = 'away';
    }
  }
}
