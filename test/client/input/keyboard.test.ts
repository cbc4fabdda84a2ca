import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isPressing, isSteering, isTyping, Keyboard } from '#client/input/keyboard.ts';
import { benchKey } from '#client/workbench/bench-keys.ts';

beforeEach(() => vi.stubGlobal('HTMLElement', class {}));
afterEach(() => vi.unstubAllGlobals());

function hands() {
  const page = new EventTarget();
  const keyboard = new Keyboard(page as Window);
  const key = (type: 'keydown' | 'keyup', code: string) =>
    page.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), { code }));
  return { page, keyboard, key };
}

test('who holds Shift walks, and runs again when it is let go', () => {
  const { keyboard, key } = hands();
  key('keydown', 'KeyW');
  expect(keyboard.read()).toMatchObject({ forward: 1, run: true });
  key('keydown', 'ShiftLeft');
  key('keydown', 'ShiftLeft');
  expect(keyboard.read()).toMatchObject({ forward: 1, run: false });
  key('keyup', 'ShiftLeft');
  expect(keyboard.read().run).toBe(true);
});

test('letting everything go, and a window that loses the focus, end walking too', () => {
  const { page, keyboard, key } = hands();
  key('keydown', 'ShiftRight');
  keyboard.release();
  expect(keyboard.read().run).toBe(true);
  key('keydown', 'ShiftRight');
  key('keydown', 'ArrowLeft');
  page.dispatchEvent(new Event('blur'));
  expect(keyboard.read()).toEqual({ right: 0, forward: 0, run: true, jump: false, use: false });
});

describe('keys and what has the focus', () => {
  const focus = (tagName: string, type = '') => Object.assign(new HTMLElement(), { tagName, type });

  test('a text field has all keys, a slider only those that move it', () => {
    for (const typed of [focus('INPUT', 'text'), focus('INPUT', 'number'), focus('TEXTAREA'), focus('SELECT')])
      expect(isTyping(typed)).toBe(true);
    const slider = focus('INPUT', 'range');
    expect(isTyping(slider)).toBe(false);
    for (const code of ['ArrowLeft', 'ArrowUp', 'PageDown', 'Home', 'End']) expect(isSteering(slider, code)).toBe(true);
    for (const code of ['KeyL', 'Escape', 'Space', 'Enter', 'BracketLeft'])
      expect(isSteering(slider, code)).toBe(false);
    expect(isSteering(focus('CANVAS'), 'ArrowLeft')).toBe(false);
  });

  test('Space and Enter belong to a button, a link and a tick box, not to a slider', () => {
    for (const pressed of [focus('BUTTON'), focus('A'), focus('INPUT', 'checkbox')])
      expect(isPressing(pressed)).toBe(true);
    expect(isPressing(focus('INPUT', 'range'))).toBe(false);
    expect(isPressing(focus('INPUT', 'text'))).toBe(false);
  });

  test('at the bench a focused slider leaves every other key to the hand', () => {
    const asked: string[] = [];
    const acts = {
      undo: () => asked.push('undo'),
      redo: () => asked.push('redo'),
      back: () => asked.push('back'),
      turn: () => asked.push('turn'),
      zoom: () => asked.push('zoom'),
      frame: () => asked.push('frame'),
      settle: () => asked.push('settle'),
      shake: () => asked.push('shake'),
      hand: ({ code }: { code: string }) => asked.push(code) > 0,
    };
    const key = (target: EventTarget, code: string, ctrlKey = false) =>
      benchKey({ target, code, ctrlKey, metaKey: false, altKey: false, shiftKey: false } as KeyboardEvent, acts);
    const slider = focus('INPUT', 'range');
    expect(key(slider, 'KeyZ', true)).toBe(true);
    for (const code of ['Escape', 'KeyA', 'Space', 'BracketLeft']) expect(key(slider, code), code).toBe(true);
    for (const code of ['ArrowUp', 'PageUp', 'Home', 'End']) expect(key(slider, code), code).toBe(false);
    expect(key(focus('INPUT', 'text'), 'KeyA')).toBe(false);
    expect(asked).toEqual(['undo', 'back', 'turn', 'Space', 'BracketLeft']);
  });
});
