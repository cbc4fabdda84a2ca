/** Controls of a page as a gamepad touches them, without a page. */
import { afterEach, beforeEach, vi } from 'vitest';

/** As much of an element as the pad touches; every event of it is told. */
export class Part extends EventTarget {
  offsetParent: object | null = {};
  focused = false;
  clicks = 0;
  readonly told: string[] = [];
  readonly kinds: readonly string[];

  constructor(kinds: readonly string[]) {
    super();
    this.kinds = kinds;
    for (const type of ['input', 'change'])
      this.addEventListener(type, ({ bubbles }) => bubbles && this.told.push(type));
  }

  /** Where it stands on the page. */
  place = '.hud';

  closest(selectors: string): Part | null {
    return selectors.split(', ').some((selector) => this.place.includes(selector)) ? this : null;
  }

  blur(): void {
    this.focused = false;
  }

  matches(selectors: string): boolean {
    return selectors.split(', ').some((selector) => this.kinds.some((kind) => selector.startsWith(kind)));
  }

  focus(): void {
    this.focused = true;
  }

  click(): void {
    this.clicks++;
  }
}

/** A slider, or another input; its steps go as a browser's do. */
export class Input extends Part {
  type = 'range';
  value = '50';
  min = '0';
  max = '100';
  step = '';
  name = '';
  form: object | null = null;

  constructor(settings: Partial<Input>) {
    super([`input[type="${settings.type ?? 'range'}"`, 'input:not(:disabled)']);
    Object.assign(this, settings);
  }

  stepUp(steps: number): void {
    const wanted = Number(this.value) + steps * Number(this.step || 1);
    this.value = String(Math.min(Number(this.max || 100), Math.max(Number(this.min || 0), wanted)));
  }

  stepDown(steps: number): void {
    this.stepUp(-steps);
  }
}

/** A list of choices, some of which cannot be taken. */
export class List extends Part {
  selectedIndex = 0;
  readonly dataset: { pad?: string } = {};
  readonly options: readonly { readonly disabled: boolean }[];

  constructor(...disabled: readonly boolean[]) {
    super(['select']);
    this.options = disabled.map((each) => ({ disabled: each }));
  }
}

/** For the tests of a file these are the page's elements. */
export function standForElements(): void {
  beforeEach(() => {
    vi.stubGlobal('HTMLElement', Part);
    vi.stubGlobal('HTMLInputElement', Input);
    vi.stubGlobal('HTMLSelectElement', List);
  });
  afterEach(() => vi.unstubAllGlobals());
}
