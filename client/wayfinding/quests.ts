/** What to do next: what the world offers this person, and the list of what there is to explore. */
import { type Signal, signal } from '@preact/signals';
import type { Api } from '#client/net/api.ts';
import type { Offer } from '#shared/protocol/routes.ts';
import { type Exploration, type Explored, playedKind, readExploration, tickOff } from './explored.ts';

/** What the panel shows. */
export interface QuestState {
  /** Null until the first answer. */
  readonly offers: Signal<readonly Offer[] | null>;
  /** Why there is no answer. */
  readonly problem: Signal<string | null>;
  readonly explored: Signal<Exploration>;
}

/** Fresh signals for one visit. */
export function createQuestState(): QuestState {
  return {
    offers: signal<readonly Offer[] | null>(null),
    problem: signal<string | null>(null),
    explored: signal<Exploration>({ done: new Set(), families: new Set() }),
  };
}

/** What it needs of the game. */
export interface QuestNeeds {
  readonly state: QuestState;
  readonly api: Pick<Api, 'offers'>;
  readonly storage: Storage | null;
  readonly sentenceOf: (error: unknown) => string;
}

/** Asks, and remembers. */
export class Quests {
  readonly #needs: QuestNeeds;
  /** Counts questions: an answer that comes after the next question is not shown. */
  #asked = 0;

  constructor(needs: QuestNeeds) {
    this.#needs = needs;
    needs.state.explored.value = readExploration(needs.storage);
  }

  /** Asks what is offered now; what was offered last stays in view meanwhile. */
  async refresh(): Promise<void> {
    const { state, api, storage, sentenceOf } = this.#needs;
    const asked = ++this.#asked;
    // Another page of this browser may have ticked something off.
    if (storage !== null) state.explored.value = readExploration(storage);
    try {
      const offers = await api.offers();
      if (asked !== this.#asked) return;
      state.offers.value = offers;
      state.problem.value = null;
    } catch (error) {
      if (asked === this.#asked) state.problem.value = sentenceOf(error);
    }
  }

  /** Ticks a step off the list; does nothing when it was ticked off before. */
  explored(step: Explored): void {
    const { state, storage } = this.#needs;
    const { done, families } = state.explored.value;
    if (done.has(step)) return;
    tickOff(storage, step);
    state.explored.value = { done: new Set([...done, step]), families };
  }

  /** Remembers that a kind of problem was played. */
  played(family: string): void {
    const { state, storage } = this.#needs;
    const { done, families } = state.explored.value;
    if (families.has(family)) return;
    playedKind(storage, family);
    state.explored.value = { done, families: new Set([...families, family]) };
  }
}
