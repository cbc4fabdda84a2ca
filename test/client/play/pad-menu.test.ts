/** A gamepad's cross goes from control to control, and changes sliders, lists and groups as the arrow keys would. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

/**
 * A page with these controls, and what was done on it; with a panel open its first control has the focus.
 * @param open whether a panel lies open: else the cross has to come to the page first
 */
function pageOf(controls: readonly Part[], open: boolean) {
  const scope = { querySelectorAll: () => controls };
  const body = { dataset: {} as { pad?: string } };
  const heard = new EventTarget();
  const page = {
    body,
    heard,
    addEventListener: heard.addEventListener.bind(heard),
    activeElement: (open ? controls[0] : body) ?? null,
    // Nothing lies open: only the page as a whole and its doors are there.
    querySelector: (selectors: string) => (open || /^\.hud$|\.doors/.test(selectors) ? scope : null),
  };
  Object.assign(body, { closest: () => null });
  for (const control of controls) {
    control.focus = () => {
      page.activeElement = control;
    };
    control.blur = () => {
      page.activeElement = body;
    };
  }
  const done: string[] = [];
  const tell = (word: string) => () => void done.push(word);
  const hud = {
    phase: { value: 'walking' },
    photo: { value: null as { take: () => void } | null },
    panel: { value: open ? 'gate' : (null as string | null) },
    bench: { value: null as object | null },
    outcome: { value: null as object | null },
    chatOpen: { value: false },
    near: { value: null },
  };
  const devices = { padWalks: false, padIsForPage: false, taken: 0, takePress: () => void devices.taken++ };
  const game = {
    hud,
    devices,
    lookAhead: tell('ahead'),
    panels: { open: tell('open'), toggle: tell('toggle') },
    gate: { enter: tell('enter') },
    photos: { leave: tell('leave') },
    autopilot: { halt: tell('halt') },
    outing: {
      restart: tell('restart'),
      switchOver: tell('switch'),
      leave: tell('leave course'),
      course: { isRead: () => hud.chatOpen.value },
    },
  };
  return { page, body, hud, devices, done, menu: new PadMenu(game as unknown as Game, page as unknown as Document) };
}
const panelOf = (...controls: readonly Part[]) => pageOf(controls, true);

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

test('with nothing open the cross goes to the doors and along the page, A presses and does not jump, B lets go', () => {
  const [map, settings] = [new Part(['button']), new Part(['button'])];
  const { page, body, devices, done, menu } = pageOf([map, settings], false);
  menu.act(['confirm']);
  expect([devices.taken, map.clicks]).toEqual([0, 0]);
  menu.act(['next']);
  expect([page.activeElement, body.dataset, devices.padIsForPage]).toEqual([map, { pad: '' }, true]);
  menu.act(['next', 'confirm']);
  expect([settings.clicks, devices.taken]).toEqual([1, 1]);
  menu.act(['back']);
  expect([page.activeElement, body.dataset, done, devices.padIsForPage]).toEqual([body, {}, [], false]);
  menu.act(['confirm', 'back']);
  expect([devices.taken, done]).toEqual([1, ['halt']]);
});

test('whoever walks on, and whoever pressed a button that is gone, is in the world again', () => {
  const button = new Part(['button']);
  const { page, body, devices, menu } = pageOf([button], false);
  menu.act(['next']);
  devices.padWalks = true;
  menu.act([]);
  expect(page.activeElement).toBe(body);
  devices.padWalks = false;
  menu.act(['next']);
  page.activeElement = body;
  menu.act(['confirm']);
  expect([button.clicks, devices.taken]).toEqual([0, 0]);
});

test('B folds the gestures, closes the chat, lets go of the buttons of a run, and only then leaves the course', () => {
  const button = new Part(['button']);
  const { page, hud, done, menu } = pageOf([button], false);
  hud.phase.value = 'course';
  button.place = '.hud .gestures';
  const row = new Part(['button']);
  Object.assign(button, { querySelector: () => (row.clicks === 0 ? row : null) });
  hud.chatOpen.value = true;
  menu.act(['next', 'back']);
  expect([row.clicks, hud.chatOpen.value]).toEqual([1, true]);
  menu.act(['back']);
  expect([hud.chatOpen.value, page.activeElement]).toEqual([false, button]);
  menu.act(['back', 'switch', 'behind']);
  expect(done).toEqual(['switch', 'ahead']);
  menu.act(['back']);
  expect(done).toEqual(['switch', 'ahead', 'leave course']);
});

test('whoever comes in jumping does not throw the end of the run away', () => {
  const { page, body, hud, done, menu } = pageOf([new Part(['button'])], true);
  [hud.phase.value, hud.outcome.value, page.activeElement] = ['course', {}, body];
  menu.act(['confirm']);
  expect(done).toEqual([]);
  // It has been read.
  hud.chatOpen.value = true;
  menu.act(['confirm']);
  expect(done).toEqual(['restart']);
});

test('over a bench no panel opens; A presses what is chosen there, and B leaves', () => {
  const tool = new Part(['button']);
  const { hud, done, menu } = pageOf([tool], true);
  [hud.phase.value, hud.panel.value, hud.bench.value] = ['bench', null, {}];
  menu.act(['menu', 'map', 'again', 'behind']);
  expect(done).toEqual([]);
  menu.act(['confirm', 'back']);
  expect([tool.clicks, done]).toEqual([1, ['leave course']]);
});

test('whoever takes the mouse again sees no frame around what was chosen', () => {
  const { page, body, menu } = pageOf([new Part(['button'])], false);
  menu.act(['next']);
  expect(body.dataset).toEqual({ pad: '' });
  page.heard.dispatchEvent(new Event('pointerdown'));
  expect(body.dataset).toEqual({});
});

test('A hands in the line that is being written', () => {
  const line = new Input({ type: 'text' });
  let sent = 0;
  line.form = { requestSubmit: () => sent++ };
  Object.assign(line, { tagName: 'INPUT' });
  panelOf(line).menu.act(['confirm']);
  expect([sent, line.clicks]).toEqual([1, 0]);
});
