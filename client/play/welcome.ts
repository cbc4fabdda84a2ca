/** The welcome card: it stands in the page's own HTML, so that it is there before any script. */

/** What the card says while one comes in. */
export interface WelcomeWords {
  readonly island: string;
  readonly sky: string;
  readonly shaders: string;
  readonly ready: string;
  readonly key: string;
  readonly 'sign-in': string;
  readonly join: string;
  /** `{reason}` is replaced. */
  readonly broken: string;
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
  broken: 'The world could not be drawn: {reason}',
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
  #failed = false;

  constructor(page: Document, name: string) {
    this.#document = page;
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
  }

  /** Goes on in another language. */
  speak(words: WelcomeWords): void {
    this.#says = words;
    if (this.#document.body.dataset['state'] === 'ready') this.progress(1, words.ready);
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
    if (this.#button.disabled) return;
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

  /** The picture cannot be drawn here at all. */
  broken(reason: string): void {
    this.problem(this.#says.broken.replace('{reason}', reason));
    this.#failed = true;
    this.#document.body.dataset['state'] = 'failed';
    this.#button.disabled = true;
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
