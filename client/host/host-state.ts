/** What the host's page shows, asked for again every two seconds while it is visible. */

import { type Signal, signal } from '@preact/signals';
import { refusalInWords } from '#client/i18n/heard.ts';
import type { Api } from '#client/net/api.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import type { ChallengeCard, HostStatus } from '#shared/protocol/routes.ts';
import type { Intent } from '#shared/records/intent.ts';
import type { Work } from '#shared/records/work.ts';

/** Where the page stands. */
export type HostPhase = 'signing-in' | 'not-host' | 'running' | 'away';

/** How often everything is asked for, ms. */
const EVERY_MS = 2_000;

/** The page's signals and the one loop that fills them. */
export class HostState {
  readonly phase = signal<HostPhase>('signing-in');
  readonly sentence = signal('');
  readonly status: Signal<HostStatus | null> = signal(null);
  readonly challenges: Signal<readonly ChallengeCard[]> = signal([]);
  readonly works: Signal<readonly Work[]> = signal([]);
  readonly #later: (act: () => void, ms: number) => void;
  #api: Api | null = null;

  constructor(later: (act: () => void, ms: number) => void) {
    this.#later = later;
  }

  /** Begins to ask. */
  watch(api: Api): void {
    this.#api = api;
    void this.#turn(api);
  }

  /** Hides or shows a challenge or a work. Answers with a sentence when it was refused. */
  moderate(target: 'challenge' | 'work', id: string, hidden: boolean): Promise<string | null> {
    return this.hand({ kind: 'moderate', target, id, hidden });
  }

  /** Hands in what only a host may. Answers with a sentence when it was refused. */
  async hand(intent: Intent): Promise<string | null> {
    const api = this.#api;
    if (api === null) return null;
    try {
      const ruling = await api.intent(intent);
      await this.#ask(api);
      return ruling.accepted ? null : refusalInWords(ruling);
    } catch (error) {
      return sentenceOf(error);
    }
  }

  async #turn(api: Api): Promise<void> {
    if (document.visibilityState === 'visible') await this.#ask(api);
    this.#later(() => void this.#turn(api), EVERY_MS);
  }

  async #ask(api: Api): Promise<void> {
    try {
      const [status, challenges, works] = await Promise.all([api.hostStatus(), api.challenges(), api.works()]);
      this.status.value = status;
      this.challenges.value = challenges;
      this.works.value = works;
      this.phase.value = 'running';
    } catch (error) {
      if (!isDimensionError(error)) throw error;
      this.sentence.value = sentenceOf(error);
      const { status } = error.facts;
      this.phase.value = status === 401 || status === 403 ? 'not-host' : 'away';
    }
  }
}
