/** The welcome card: it stands in the page's own HTML, so that it is there before any script. */

import { LANGUAGES, type Language, languageOf, languages } from '#client/i18n/languages.ts';
import type { PictureProblem } from './abilities.ts';

/** What the card says while one comes in. */
export interface WelcomeWords {
  readonly island: string;
  readonly sky: string;
  readonly shaders: string;
  readonly ready: string;
  readonly key: string;
  readonly 'sign-in': string;
  readonly join: string;
  readonly 'no-webgl': string;
  /** `{reason}` is replaced. */
  readonly broken: string;
  /** The way to what needs no picture. */
  readonly records: string;
}

/** In English until the dictionary has come. */
const FIRST_WORDS: WelcomeWords = {
  island: 'Raising the island…',
  sky: 'Lighting the sky…',
  shaders: 'Waking the shaders…',
  ready: 'Ready when you are.',
  key: 'Making your key…',
  'sign-in': 'Signing in…',
  join: 'Walking in…',
  'no-webgl':
    'This browser cannot draw the world: it has no WebGL 2, or it is turned off. Another browser may have it.',
  broken: 'The world could not be drawn: {reason}',
  records: 'All records and the map of the frontier can be read without it.',
};

/** Drives the card; the words of the first seconds stand in index.html. */
export class Welcome {
  readonly canvas: HTMLCanvasElement;
  readonly #document: Document;
  readonly #card: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #button: HTMLButtonElement;
  readonly #name: HTMLInputElement;
  readonly #bar: HTMLProgressElement;
  readonly #words: HTMLElement;
  readonly #problem: HTMLElement;
  #says = FIRST_WORDS;
  #why: PictureProblem | null = null;
  readonly #way: HTMLAnchorElement;
  #failed = false;

  constructor(page: Document, name: string) {
    this.#document = page;
    this.#way = page.createElement('a');
    this.canvas = element(page, 'world', HTMLCanvasElement);
    this.#card = element(page, 'welcome', HTMLElement);
    this.#form = element(page, 'walk-in', HTMLFormElement);
    this.#button = element(page, 'walk-in-button', HTMLButtonElement);
    this.#name = element(page, 'walk-in-name', HTMLInputElement);
    this.#bar = element(page, 'progress', HTMLProgressElement);
    this.#words = element(page, 'progress-text', HTMLElement);
    this.#problem = element(page, 'walk-in-problem', HTMLElement);
    // Who typed before the script arrived keeps what they typed.
    if (this.#name.value === '') this.#name.value = name;
    this.#button.disabled = false;
    page.body.dataset['script'] = '';
  }

  /** True while the visitor has not asked to come in. */
  get waits(): boolean {
    return !this.#button.disabled;
  }

  /** Goes on in another language. */
  speak(words: WelcomeWords): void {
    this.#says = words;
    if (this.#document.body.dataset['state'] === 'ready') this.progress(1, words.ready);
    if (this.#why === null) return;
    this.#problem.textContent = this.#whyInWords(this.#why);
    this.#way.textContent = words.records;
  }

  /** Shows a choice of all languages that are spoken here, where there is one. */
  offerLanguages(now: Language, choose: (language: Language | null) => void): void {
    const choice = element(this.#document, 'language', HTMLSelectElement);
    for (const language of languages()) {
      const option = this.#document.createElement('option');
      option.value = language;
      option.lang = language;
      option.textContent = LANGUAGES[language];
      option.selected = language === now;
      choice.append(option);
    }
    choice.hidden = languages().length < 2;
    choice.addEventListener('change', () => choose(languageOf(choice.value)));
  }

  /** Called with the name when the visitor wants in. */
  onWalkIn(act: (name: string) => void): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#button.disabled = true;
      this.#problem.textContent = '';
      this.#document.body.dataset['state'] = 'joining';
      act(this.#name.value.trim());
    });
  }

  /** The picture is being built. @param fraction 0 … 1 */
  building(fraction: number, step: 'island' | 'sky' | 'shaders' | 'ready'): void {
    this.progress(fraction, this.#says[step]);
  }

  /** @param fraction 0 … 1 */
  progress(fraction: number, words: string): void {
    this.#bar.value = fraction;
    this.#words.textContent = words;
  }

  /** The picture is there. */
  shown(): void {
    this.#document.body.dataset['shown'] = '';
    performance.mark('shown');
    if (this.#button.disabled || this.#failed) return;
    this.#document.body.dataset['state'] = 'ready';
    this.progress(1, this.#says.ready);
  }

  /** What kept the visitor out; they may try again, unless there is no picture to come into. */
  problem(sentence: string): void {
    if (this.#failed) return;
    this.#problem.textContent = sentence;
    this.#button.disabled = false;
    this.#document.body.dataset['state'] = 'ready';
    this.progress(1, this.#says.ready);
  }

  /** What is being done to come in. */
  step(step: 'key' | 'sign-in' | 'join'): void {
    this.progress(1, this.#says[step]);
  }

  /** The picture cannot be drawn here at all; what needs none stays open. */
  cannot(why: PictureProblem): void {
    if (this.#failed) return;
    this.#why = why;
    this.problem(this.#whyInWords(why));
    this.progress(1, '');
    this.#bar.hidden = true;
    this.#way.href = '/records';
    this.#way.textContent = this.#says.records;
    const line = this.#document.createElement('p');
    line.append(this.#way);
    this.#problem.after(line);
    this.#failed = true;
    this.#document.body.dataset['state'] = 'failed';
    this.#button.disabled = true;
  }

  #whyInWords(why: PictureProblem): string {
    return why.kind === 'no-webgl' ? this.#says['no-webgl'] : this.#says.broken.replace('{reason}', why.reason);
  }

  /** Out of the way of eyes, keyboards and screen readers. */
  leave(): void {
    this.#card.style.opacity = '0';
    this.#card.style.pointerEvents = 'none';
    setTimeout(() => this.#card.remove(), 500);
  }
}

function element<T extends Element>(page: Document, id: string, kind: new () => T): T {
  const found = page.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no #${id}.`);
}
