/** Handing in: the payload goes to the door, the server's word comes back, and the card tells what it earned. */

import { type Signal, signal } from '@preact/signals';
import { heardInWords, refusalInWords } from '#client/i18n/heard.ts';
import type { Api } from '#client/net/api.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import type { ChallengeCard } from '#shared/protocol/routes.ts';
import type { Payload } from '#shared/records/payload.ts';

/** Where a hand-in stands. */
export type HandInState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | {
      readonly kind: 'held';
      /** What was handed in, by which it can be watched. */
      readonly attempt: string;
      readonly sentence: string;
      /** It is the record now. */
      readonly record: boolean;
      readonly laurel: boolean;
      /** The chain has the laurel. */
      readonly minted: boolean;
    };

/** What it needs of the page. */
export interface HandInNeeds {
  readonly api: Pick<Api, 'intent' | 'challenge' | 'profile'>;
  readonly challenge: string;
  /** The card as it is after a hand-in. */
  readonly onCard: (card: ChallengeCard) => void;
}

/** Hands in one payload at a time. */
export class HandIn {
  readonly state: Signal<HandInState> = signal({ kind: 'idle' });
  readonly #needs: HandInNeeds;

  constructor(needs: HandInNeeds) {
    this.#needs = needs;
  }

  async send(payload: Payload): Promise<void> {
    if (this.state.value.kind === 'sending') return;
    this.state.value = { kind: 'sending' };
    const { api, challenge, onCard } = this.#needs;
    try {
      const ruling = await api.intent({ kind: 'attempt', challenge, payload });
      if (!ruling.accepted) {
        this.state.value = { kind: 'refused', sentence: refusalInWords(ruling) };
        return;
      }
      const card = await api.challenge(challenge).catch(() => null);
      if (card !== null) onCard(card);
      const record = card?.records.find(({ attempt }) => attempt === ruling.id);
      const laurel = record?.laurel === true;
      this.state.value = {
        kind: 'held',
        attempt: ruling.id,
        sentence: heardInWords(ruling.sentence),
        record: record !== undefined,
        laurel,
        minted: false,
      };
      if (laurel) await this.checkLaurel();
    } catch (error) {
      // Handing in the very same again is safe: it is answered as the first time.
      this.state.value = { kind: 'refused', sentence: sentenceOf(error) };
    }
  }

  /** Asks whether the chain has the laurel by now. */
  async checkLaurel(): Promise<void> {
    const { api, challenge } = this.#needs;
    const state = this.state.value;
    if (state.kind !== 'held' || !state.laurel) return;
    const profile = await api.profile().catch(() => null);
    const minted = profile?.laurels.some((laurel) => laurel.challenge === challenge && laurel.state === 'minted');
    if (minted === true && this.state.value === state) this.state.value = { ...state, minted };
  }

  /** Back to the bench. */
  close(): void {
    if (this.state.value.kind !== 'sending') this.state.value = { kind: 'idle' };
  }
}
