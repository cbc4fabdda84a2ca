import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Keyboard } from '#client/input/keyboard.ts';

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
