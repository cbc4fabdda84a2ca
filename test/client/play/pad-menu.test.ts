/** A gamepad's cross goes from control to control of what lies open, or of the page; A presses, B goes back. */
import { expect, test } from 'vitest';
import type { Game } from '#client/play/game.ts';
import { PadMenu } from '#client/play/pad-menu.ts';
import { Input, List, Part, standForElements } from '#test/support/pad-controls.ts';

standForElements();

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
