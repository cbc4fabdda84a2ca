/** The keyboard by place, not by letter: WASD and arrows move on every layout. */
import type { Controls, Device } from './controls.ts';
import { type Act, actOf, FIRST_KEYS, type Keys } from './key-map.ts';
import type { TurnWish } from './view-turn.ts';

const AXES: Partial<Record<Act, readonly [right: number, forward: number]>> = {
  forward: [0, 1],
  back: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};
/** Where keys turn the view. */
const TURNS: Partial<Record<Act, readonly [left: number, up: number]>> = {
  'turn-left': [1, 0],
  'turn-right': [-1, 0],
  'look-up': [0, 1],
  'look-down': [0, -1],
};
/** Acts that last as long as their key is down. */
const HELD: readonly Act[] = [
  ...(['forward', 'back', 'left', 'right', 'jump', 'walk', 'use'] as const),
  ...(['turn-left', 'turn-right', 'look-up', 'look-down'] as const),
];

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

/** Keys that are held down; who holds the walking key walks slowly. */
export class Keyboard implements Device {
  /** Which key does what; may be changed at any time. */
  keys: Keys = FIRST_KEYS;
  readonly #down = new Set<string>();
  /** Keys that went down since the view was last turned: a tap between two pictures counts, too. */
  readonly #tapped = new Set<string>();
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
    let [walk, jump, use] = [false, false, false];
    for (const code of this.#down) {
      const act = actOf(this.keys, code);
      if (act === null) continue;
      const axis = AXES[act];
      right += axis?.[0] ?? 0;
      forward += axis?.[1] ?? 0;
      walk ||= act === 'walk';
      jump ||= act === 'jump';
      use ||= act === 'use';
    }
    return { right: Math.sign(right), forward: Math.sign(forward), run: !walk, jump, use };
  }

  /** Where the view shall turn, asked once a picture. */
  turn(): TurnWish {
    let left = 0;
    let up = 0;
    for (const code of new Set([...this.#down, ...this.#tapped])) {
      const act = actOf(this.keys, code);
      const turn = act === null ? undefined : TURNS[act];
      left += turn?.[0] ?? 0;
      up += turn?.[1] ?? 0;
    }
    this.#tapped.clear();
    return { left: Math.sign(left), up: Math.sign(up) };
  }

  release(): void {
    this.#down.clear();
    this.#tapped.clear();
  }

  detach(): void {
    this.#target.removeEventListener('keydown', this.#press);
    this.#target.removeEventListener('keyup', this.#lift);
    this.#target.removeEventListener('blur', this.#blur);
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.code === 'Space' && isPressing(event.target)) || isSteering(event.target, event.code)) return;
    const act = actOf(this.keys, event.code);
    if (act === null || !HELD.includes(act)) return;
    this.#down.add(event.code);
    if (!event.repeat) this.#tapped.add(event.code);
    // Otherwise Space and the arrows scroll the page; a lone Shift has nothing to prevent.
    if (act !== 'walk') event.preventDefault();
  };

  readonly #lift = (event: KeyboardEvent): void => {
    this.#down.delete(event.code);
  };

  readonly #blur = (): void => {
    this.release();
  };
}
