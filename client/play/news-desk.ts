/** What happened and what was said: lines of chat, toasts that go by themselves. */
import { inLine, t, valueInWords } from '#client/i18n/translate.ts';
import type { ServerMessages } from '#shared/protocol/messages.ts';
import type { News, NewsParts } from '#shared/protocol/news.ts';
import type { ChatLine, HudState, Toast } from './hud-state.ts';

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

  /** True when it was heard. @param own said by the visitor */
  said({ address, name, text }: ServerMessages['said'], own: boolean): boolean {
    if (this.#isMuted(address)) return false;
    this.#line({ name, text, news: false, speaker: own ? null : address });
    return true;
  }

  /** The guide said something to this visitor alone. */
  told(name: string, text: string): void {
    this.#line({ name, text, news: false, speaker: null });
  }

  news({ kind, parts }: News): void {
    const sentence = newsInWords(parts);
    this.toast(kind, sentence);
    // Automata make works all day: those pass by, what moved the frontier stays among the lines.
    if (kind !== 'work') this.#line({ name: '', text: sentence, news: true, speaker: null });
  }

  /** Shows a sentence for a while. */
  toast(kind: Toast['kind'], sentence: string): void {
    const id = ++this.#count;
    this.#hud.toasts.value = [...this.#hud.toasts.value.slice(-3), { id, kind, sentence }];
    this.#later(() => {
      this.#hud.toasts.value = this.#hud.toasts.value.filter((toast) => toast.id !== id);
    }, STAY_MS);
  }

  #line(line: Omit<ChatLine, 'id'>): void {
    this.#hud.chat.value = [...this.#hud.chat.value.slice(-KEPT_LINES), { id: ++this.#count, ...line }];
  }
}

/** A piece of news in the language of the page. */
export function newsInWords({
  says,
  title,
  names = [],
  value,
  unit = '',
  count = 1,
  cpuSeconds = 0,
}: NewsParts): string {
  return t(`news.${says}`, {
    title,
    name: inLine(names),
    value: value === undefined ? '' : valueInWords(value, unit),
    count,
    seconds: cpuSeconds,
  });
}
