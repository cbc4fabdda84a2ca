/** Publishing: the intent goes in, the review answers, then the machines' tries are watched until the gate opens. */
import { type Signal, signal } from '@preact/signals';
import type { Api } from '#client/net/api.ts';
import { challengeId } from '#shared/base/ids.ts';
import { ENGINE } from '#shared/physics/engine.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { ChallengeFile } from '#shared/records/challenge.ts';
import type { Payload } from '#shared/records/payload.ts';

/** Where publishing stands. */
export type PublishState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'watched'; readonly sentence: string; readonly id: string; readonly card: ChallengeCard | null };

/** How often the card is asked for while machines try, ms. */
const POLL_MS = 2_000;

/** Publishes one course after another. */
export class Publishing {
  readonly state: Signal<PublishState> = signal({ kind: 'idle' });
  readonly #api: () => Promise<Api>;
  readonly #later: (act: () => void, ms: number) => void;

  constructor(api: () => Promise<Api>, later: (act: () => void, ms: number) => void) {
    this.#api = api;
    this.#later = later;
  }

  /** Hands the course in with the builder's own clear, the proof that it can be done. */
  async publish(title: string, scene: Scene, clear: Payload): Promise<void> {
    this.state.value = { kind: 'sending' };
    const file: ChallengeFile = { family: 'parkour', rules: 1, instance: { engine: ENGINE, scene } };
    try {
      const api = await this.#api();
      const ruling = await api.intent({
        kind: 'challenge',
        title,
        file: plain(file),
        clear,
      });
      if (!ruling.accepted) this.state.value = { kind: 'refused', sentence: ruling.sentence };
      else {
        this.state.value = { kind: 'watched', sentence: ruling.sentence, id: challengeId(file), card: null };
        await this.#watch(api);
      }
    } catch (error) {
      this.state.value = { kind: 'refused', sentence: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Back to the beginning, as after a change of the course. */
  reset(): void {
    this.state.value = { kind: 'idle' };
  }

  async #watch(api: Api): Promise<void> {
    const state = this.state.value;
    if (state.kind !== 'watched') return;
    const card = await api.challenge(state.id);
    if (this.state.value !== state) return;
    this.state.value = { ...state, card };
    if (card.state === 'review' || card.state === 'machine-attempts')
      this.#later(() => void this.#watch(api).catch(() => this.#later(() => void this.#watch(api), POLL_MS)), POLL_MS);
  }
}

/** The file as JSON that the door reads: the parser's tuples are plain lists there. */
function plain(file: ChallengeFile): { family: string; rules: number; instance: never } {
  return JSON.parse(JSON.stringify(file));
}
