/** The keyboard by place, not by letter: WASD and arrows move on every layout. */
import type { Controls, Device } from './controls.ts';

const AXES: Readonly<Record<string, readonly [right: number, forward: number]>> = {
  KeyW: [0, 1],
  ArrowUp: [0, 1],
  KeyS: [0, -1],
  ArrowDown: [0, -1],
  KeyA: [-1, 0],
  ArrowLeft: [-1, 0],
  KeyD: [1, 0],
  ArrowRight: [1, 0],
};
const HELD = new Set([...Object.keys(AXES), 'Space', 'KeyE']);
const WALK = ['ShiftLeft', 'ShiftRight'] as const;

/** Inputs that take no text: of the keys only a few are theirs. */
const NO_TEXT = new Set(['range', 'checkbox', 'radio', 'button', 'submit', 'reset', 'color', 'file', 'image']);
/** What moves a slider, and goes from one radio button to the next. */
const STEERS = /^(?:Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Home|End)$/;

/** True while the person types: keys then belong to the text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  return target.tagName === 'INPUT' && !NO_TEXT.has(inputType(target));
}

/** True when a key moves the slider or the choice that has the focus. */
export function isSteering(target: EventTarget | null, code: string): boolean {
  return /^(?:range|radio)$/.test(inputType(target)) && STEERS.test(code);
}

/** True when the key would press what has the focus: Enter and Space then belong to that button or link. */
export function isPressing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const type = inputType(target);
  return /^(?:BUTTON|A|SUMMARY)$/.test(target.tagName) || (NO_TEXT.has(type) && type !== 'range');
}

/** The kind of an input; empty for everything else. */
function inputType(target: EventTarget | null): string {
  const isInput = target instanceof HTMLElement && target.tagName === 'INPUT' && 'type' in target;
  return isInput ? String(target.type) : '';
}

/** Keys that are held down; who holds Shift walks slowly. */
export class Keyboard implements Device {
  readonly #down = new Set<string>();
  readonly #target: Window;

  constructor(target: Window) {
    this.#target = target;
    target.addEventListener('keydown', this.#press);
    target.addEventListener('keyup', this.#lift);
    target.addEventListener('blur', this.#blur);
  }

  read(): Controls {
    let right = 0;
    let forward = 0;
    for (const code of this.#down) {
      const axis = AXES[code];
      if (axis === undefined) continue;
      right += axis[0];
      forward += axis[1];
    }
    return {
      right: Math.sign(right),
      forward: Math.sign(forward),
      run: !WALK.some((code) => this.#down.has(code)),
      jump: this.#down.has('Space'),
      use: this.#down.has('KeyE'),
    };
  }

  release(): void {
    this.#down.clear();
  }

  detach(): void {
    this.#target.removeEventListener('keydown', this.#press);
    this.#target.removeEventListener('keyup', this.#lift);
    this.#target.removeEventListener('blur', this.#blur);
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.code === 'Space' && isPressing(event.target)) || isSteering(event.target, event.code)) return;
    if (WALK.some((code) => code === event.code)) this.#down.add(event.code);
    if (!HELD.has(event.code)) return;
    this.#down.add(event.code);
    // Otherwise Space and the arrows scroll the page.
    event.preventDefault();
  };

  readonly #lift = (event: KeyboardEvent): void => {
    this.#down.delete(event.code);
  };

  readonly #blur = (): void => {
    this.release();
  };
}
