/** Publishing: the intent goes in, the review answers, then the machines' tries are watched until the gate opens. */

import { type Signal, signal } from '@preact/signals';
import { heardInWords, refusalInWords } from '#client/i18n/heard.ts';
import { t } from '#client/i18n/translate.ts';
import type { Api } from '#client/net/api.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import { challengeId } from '#shared/base/content-ids.ts';
import { isDimensionError } from '#shared/base/errors.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { ChallengeState } from '#shared/records/challenge.ts';
import type { ChallengeFile } from '#shared/records/challenge-file.ts';
import type { Payload } from '#shared/records/payload.ts';
import { type DraftStore, loadPublished, savePublished } from './autosave.ts';

/** Where publishing stands. */
export type PublishState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'watched'; readonly sentence: string; readonly id: string; readonly card: ChallengeCard | null };

/** How often the card is asked for while machines try, ms. */
const POLL_MS = 2_000;
/** States in which a challenge does not stay. */
const PASSING: readonly ChallengeState[] = ['review', 'machine-attempts'];

/** What publishing needs of the page. */
export interface PublishingNeeds {
  /** Signs in, when something is handed in. */
  readonly api: () => Promise<Pick<Api, 'intent'>>;
  /** Reading needs no account. */
  readonly reads: Pick<Api, 'challenge'>;
  readonly later: (act: () => void, ms: number) => void;
  /** Remembers what was published last, or null where nothing is kept. */
  readonly storage: DraftStore | null;
}

/** Publishes one course after another. */
export class Publishing {
  readonly state: Signal<PublishState> = signal({ kind: 'idle' });
  readonly #needs: PublishingNeeds;

  constructor(needs: PublishingNeeds) {
    this.#needs = needs;
  }

  /** Hands the course in with the builder's own clear, the proof that it can be done. */
  async publish(title: string, scene: Scene, clear: Payload): Promise<void> {
    this.state.value = { kind: 'sending' };
    const file: ChallengeFile = { family: 'parkour', rules: 1, instance: { engine: ENGINE, scene } };
    const id = challengeId(file);
    try {
      const api = await this.#needs.api();
      const ruling = await api.intent({ kind: 'challenge', title, file: plain(file), clear });
      if (ruling.accepted) this.#watch(id, heardInWords(ruling.sentence), null);
      else this.state.value = { kind: 'refused', sentence: refusalInWords(ruling) };
    } catch (error) {
      // The line may have broken after the course had come in.
      const broken = isDimensionError(error) && error.code === 'server.away';
      const card = broken ? await this.#needs.reads.challenge(id).catch(() => null) : null;
      if (card !== null) this.#watch(id, t('create.came-in'), card);
      else this.state.value = { kind: 'refused', sentence: sentenceOf(error) };
    }
  }

  /** Goes on watching what was published before the page was closed. */
  async resume(): Promise<void> {
    const id = this.#needs.storage === null ? null : loadPublished(this.#needs.storage);
    if (id === null) return;
    const card = await this.#needs.reads.challenge(id).catch(() => null);
    // A world that no longer knows the course, or cannot be asked, has nothing to say of it.
    if (card !== null && this.state.value.kind === 'idle') this.#watch(id, t('create.earlier'), card);
  }

  #watch(id: string, sentence: string, card: ChallengeCard | null): void {
    if (this.#needs.storage !== null) savePublished(this.#needs.storage, id);
    this.#show({ kind: 'watched', sentence, id, card });
  }

  #show(state: Extract<PublishState, { kind: 'watched' }>): void {
    this.state.value = state;
    if (state.card === null) void this.#ask(state);
    else if (PASSING.includes(state.card.state)) this.#needs.later(() => void this.#ask(state), POLL_MS);
  }

  async #ask(state: Extract<PublishState, { kind: 'watched' }>): Promise<void> {
    if (this.state.value !== state) return;
    const card = await this.#needs.reads.challenge(state.id).catch(() => null);
    if (this.state.value !== state) return;
    // The world is away for a moment: the course is in all the same, and is asked for again.
    if (card === null) this.#needs.later(() => void this.#ask(state), POLL_MS);
    else this.#show({ ...state, card });
  }
}

/** The file as JSON that the door reads: the parser's tuples are plain lists there. */
function plain(file: ChallengeFile): { family: string; rules: number; instance: never } {
  return JSON.parse(JSON.stringify(file));
}
