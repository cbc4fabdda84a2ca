/** A gamepad's cross goes from control to control, and changes sliders, lists and groups as the arrow keys would. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Gamepad } from '#client/input/gamepad.ts';
import type { Game } from '#client/play/game.ts';
import { PadMenu } from '#client/play/pad-menu.ts';
import { changeSideways } from '#client/play/pad-values.ts';

/** As much of an element as the pad touches; every event of it is told. */
class Part extends EventTarget {
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

class Input extends Part {
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

class List extends Part {
  selectedIndex = 0;
  readonly dataset: { pad?: string } = {};
  readonly options: readonly { readonly disabled: boolean }[];

  constructor(...disabled: readonly boolean[]) {
    super(['select']);
    this.options = disabled.map((each) => ({ disabled: each }));
  }
}

beforeEach(() => {
  vi.stubGlobal('HTMLElement', Part);
  vi.stubGlobal('HTMLInputElement', Input);
  vi.stubGlobal('HTMLSelectElement', List);
});
afterEach(() => vi.unstubAllGlobals());

const sideways = (control: Part, by: 1 | -1) => changeSideways(control as unknown as Element, by);

test('a slider goes a step, tells it as a hand would, and says nothing at its end', () => {
  const slider = new Input({ value: '2', min: '0', max: '3' });
  expect(sideways(slider, 1)).toBe(true);
  expect([slider.value, slider.told]).toEqual(['3', ['input', 'change']]);
  expect(sideways(slider, 1)).toBe(true);
  expect([slider.value, slider.told.length]).toEqual(['3', 2]);
  sideways(slider, -1);
  expect(slider.value).toBe('2');
});

test('a fine slider is crossed in twenty presses, and one that says nothing of itself goes from 0 to 100', () => {
  const fine = new Input({ value: '0', max: '1', step: '0.01' });
  for (let press = 0; press < 20; press++) sideways(fine, 1);
  expect(Number(fine.value)).toBeCloseTo(1);
  const plain = new Input({ min: '', max: '' });
  sideways(plain, -1);
  expect(plain.value).toBe('45');
});

test('a list goes to the next choice that can be taken, and stays at its end', () => {
  const list = new List(false, true, false, true);
  expect(sideways(list, 1)).toBe(true);
  expect([list.selectedIndex, list.told]).toEqual([2, ['input', 'change']]);
  sideways(list, 1);
  expect([list.selectedIndex, list.told.length]).toEqual([2, 2]);
  sideways(list, -1);
  expect(list.selectedIndex).toBe(0);
});

test('of a group the next one is pressed, round and round, and no other group', () => {
  const radio = (name: string) => new Input({ type: 'radio', name });
  const group = [radio('tier'), radio('hand'), radio('tier'), radio('tier')];
  const form = { querySelectorAll: () => group };
  for (const each of group) each.form = form;
  const [first, other, second, last] = group;
  if (first === undefined || last === undefined) throw new Error('there are four');
  sideways(first, 1);
  sideways(first, -1);
  sideways(last, 1);
  expect([first, other, second, last].map((each) => each?.clicks)).toEqual([1, 0, 1, 1]);
});

test('what has nothing to change is left to the cross', () => {
  expect(sideways(new Part(['button']), 1)).toBe(false);
  expect(sideways(new Input({ type: 'checkbox' }), 1)).toBe(false);
});

/** A panel with these controls, the first of them focused, and what was done in it. */
function panelOf(...controls: readonly Part[]) {
  const page = {
    activeElement: controls[0] ?? null,
    querySelector: () => ({ querySelectorAll: () => controls }),
  };
  for (const control of controls)
    control.focus = () => {
      page.activeElement = control;
    };
  const done: string[] = [];
  const hud = {
    phase: { value: 'walking' },
    photo: { value: null as { take: () => void } | null },
    panel: { value: 'gate' as string | null },
    bench: { value: null },
  };
  const game = { hud, gate: { enter: () => done.push('enter') }, photos: { leave: () => done.push('leave') } };
  return { page, hud, done, menu: new PadMenu(game as unknown as Game, page as unknown as Document) };
}

test('left and right change what has the focus and stay with it; up and down go on', () => {
  const [list, slider, button] = [new List(false, false), new Input({}), new Part(['button'])];
  const { page, menu } = panelOf(list, slider, button);
  menu.act(['right']);
  expect([list.selectedIndex, page.activeElement]).toEqual([1, list]);
  menu.act(['next', 'left']);
  expect([slider.value, page.activeElement]).toEqual(['45', slider]);
  menu.act(['next', 'left']);
  expect(page.activeElement).toBe(slider);
  menu.act(['previous']);
  expect(page.activeElement).toBe(list);
});

test('A presses a button; on a list or a slider it does what the card offers first', () => {
  const [list, button] = [new List(false), new Part(['button'])];
  const { done, menu } = panelOf(list, button);
  menu.act(['confirm']);
  expect([done, list.clicks]).toEqual([['enter'], 0]);
  menu.act(['next', 'confirm']);
  expect([done, button.clicks]).toEqual([['enter'], 1]);
});

test('a list whose changes cost a reload is not changed on the way, only by A, round and round', () => {
  const [list, button] = [new List(false, false), new Part(['button'])];
  list.dataset.pad = 'press';
  const { page, done, menu } = panelOf(list, button);
  menu.act(['right']);
  expect([page.activeElement, list.selectedIndex, list.told]).toEqual([button, 0, []]);
  menu.act(['left', 'confirm']);
  expect([list.selectedIndex, list.told]).toEqual([1, ['input', 'change']]);
  menu.act(['confirm']);
  expect([list.selectedIndex, done]).toEqual([0, []]);
});

test('in photo mode the cross reaches the tools, and A takes the picture from its sliders', () => {
  const [lens, leave] = [new Input({}), new Part(['button'])];
  const { hud, done, menu } = panelOf(lens, leave);
  hud.panel.value = null;
  hud.photo.value = { take: () => done.push('take') };
  menu.act(['right', 'confirm']);
  expect([lens.value, done]).toEqual(['55', ['take']]);
  menu.act(['next', 'confirm']);
  expect([leave.clicks, done]).toEqual([1, ['take']]);
});

/** A pad with sixteen buttons, of which these are down. */
function padWith(buttons: readonly { pressed: boolean }[]): Gamepad {
  return new Gamepad({
    getGamepads: () => [{ mapping: 'standard', axes: [0, 0, 0, 0], buttons }],
  } as unknown as Navigator);
}

test('the four ends of the cross are told apart, once for each time they go down', () => {
  const buttons = Array.from({ length: 16 }, () => ({ pressed: false }));
  const pad = padWith(buttons);
  for (const index of [12, 13, 14, 15]) Object.assign(buttons[index] ?? {}, { pressed: true });
  expect(pad.presses(0)).toEqual(['previous', 'next', 'left', 'right']);
  expect(pad.presses(16)).toEqual([]);
});

test('an end of the cross that is held presses again and again; a button does not', () => {
  const buttons = Array.from({ length: 16 }, (_, index) => ({ pressed: index === 0 || index === 13 }));
  const pad = padWith(buttons);
  const told = (toMs: number, fromMs: number) => {
    const all: string[] = [];
    for (let nowMs = fromMs; nowMs < toMs; nowMs += 10) all.push(...pad.presses(nowMs));
    return all;
  };
  expect(told(450, 0)).toEqual(['confirm', 'next']);
  expect(told(1_000, 450)).toEqual(['next', 'next', 'next', 'next', 'next']);
  Object.assign(buttons[13] ?? {}, { pressed: false });
  expect(told(1_200, 1_000)).toEqual([]);
  Object.assign(buttons[13] ?? {}, { pressed: true });
  expect(told(1_400, 1_200)).toEqual(['next']);
});
