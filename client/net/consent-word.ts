/** What this person said of learning from their solutions, as the server has it. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { heardInWords, refusalInWords } from '#client/i18n/heard.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import type { Api } from './api.ts';

/** One word a visit; whoever never answers has not said yes. */
export class ConsentWord {
  /** Null: they were never asked; undefined: not known here yet. */
  readonly said: ReadonlySignal<boolean | null | undefined>;
  /** The server's sentence on what was said last, or what went wrong; null before. */
  readonly answer: ReadonlySignal<{ readonly ok: boolean; readonly sentence: string } | null>;
  readonly #api: Pick<Api, 'profile' | 'intent'>;
  readonly #said: Signal<boolean | null | undefined> = signal(undefined);
  readonly #answer: Signal<{ readonly ok: boolean; readonly sentence: string } | null> = signal(null);
  #isAsked = false;

  constructor(api: Pick<Api, 'profile' | 'intent'>) {
    this.#api = api;
    this.said = this.#said;
    this.answer = this.#answer;
  }

  /** True while the question was not put to them in this visit, and not answered in any. */
  get isDue(): boolean {
    return !this.#isAsked && this.#said.value === null;
  }

  /** Asks the server what was said before; without an answer it stays unknown, and nobody is asked. */
  async learn(): Promise<void> {
    const profile = await this.#api.profile().catch(() => null);
    if (profile !== null) this.#said.value = profile.consent ?? null;
  }

  /** The question was seen and left: it does not come again in this visit. */
  leaveOpen(): void {
    this.#isAsked = true;
  }

  /** Says it; it stands only when the server has it. */
  async say(given: boolean): Promise<void> {
    try {
      const ruling = await this.#api.intent({ kind: 'consent', given });
      if (ruling.accepted) this.#said.value = given;
      const sentence = ruling.accepted ? heardInWords(ruling.sentence) : refusalInWords(ruling);
      this.#answer.value = { ok: ruling.accepted, sentence };
    } catch (error) {
      this.#answer.value = { ok: false, sentence: sentenceOf(error) };
    }
  }
}
