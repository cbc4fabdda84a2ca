/** What happened and what was said: lines of chat, toasts that go by themselves. */
import { heardInWords } from '#client/i18n/heard.ts';
import type { ServerMessages } from '#shared/protocol/messages.ts';
import type { HudState, Toast } from './hud-state.ts';

/** How long a toast stays, ms. */
const STAY_MS = 9_000;
const KEPT_LINES = 60;

/** Writes into the signals; the timer is the page's own. */
export class NewsDesk {
  readonly #hud: HudState;
  readonly #isMuted: (account: string) => boolean;
  readonly #later: (act: () => void, ms: number) => void;
  #count = 0;

  /** @param isMuted accounts that the visitor does not want to hear */
  constructor(hud: HudState, isMuted: (account: string) => boolean, later: (act: () => void, ms: number) => void) {
    this.#hud = hud;
    this.#isMuted = isMuted;
    this.#later = later;
  }

  /** True when it was heard. */
  said({ address, name, text }: ServerMessages['said']): boolean {
    if (this.#isMuted(address)) return false;
    this.#line(name, text, false);
    return true;
  }

  news({ kind, sentence: spoken }: ServerMessages['news']): void {
    const sentence = heardInWords(spoken);
    this.toast(kind, sentence);
    // Automata make works all day: those pass by, what moved the frontier stays among the lines.
    if (kind !== 'work') this.#line('', sentence, true);
  }

  /** Shows a sentence for a while. */
  toast(kind: Toast['kind'], sentence: string): void {
    const id = ++this.#count;
    this.#hud.toasts.value = [...this.#hud.toasts.value.slice(-3), { id, kind, sentence }];
    this.#later(() => {
      this.#hud.toasts.value = this.#hud.toasts.value.filter((toast) => toast.id !== id);
    }, STAY_MS);
  }

  #line(name: string, text: string, news: boolean): void {
    const line = { id: ++this.#count, name, text, news };
    this.#hud.chat.value = [...this.#hud.chat.value.slice(-KEPT_LINES), line];
  }
}
