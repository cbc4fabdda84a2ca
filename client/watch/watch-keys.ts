/** The keys of the player, by place on the keyboard: what a button or a slider has the focus for stays its own. */
import { isPressing, isSteering, isTyping } from '#client/input/keyboard.ts';
import type { Flight } from '#client/scene/free-eye.ts';
import type { Watching } from './watching.ts';

const SECOND = 60;
const FLY: Readonly<Record<string, keyof Flight>> = {
  KeyW: 'ahead',
  KeyS: 'ahead',
  KeyD: 'right',
  KeyA: 'right',
  KeyE: 'up',
  KeyQ: 'up',
};
/** Keys that go on while they are held. */
const STEPS = /^(?:Comma|Period|ArrowLeft|ArrowRight)$/;
const BACKWARDS: ReadonlySet<string> = new Set(['KeyS', 'KeyA', 'KeyQ']);

/** Listens as long as the page is open. */
export function listenToKeys(page: Window, watching: Watching): void {
  const held = new Set<string>();
  const fly = (fast: boolean) => watching.fly(flightOf(held), fast);
  page.addEventListener('keydown', (event) => {
    const { target, code } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target) || isSteering(target, code)) return;
    if (code === 'Space' && isPressing(target)) return;
    if (event.repeat && !(code in FLY) && !STEPS.test(code)) return;
    if (watching.free.value && code in FLY) held.add(code);
    else if (!press(code, watching)) return;
    fly(event.shiftKey);
    event.preventDefault();
  });
  page.addEventListener('keyup', (event) => {
    if (held.delete(event.code)) fly(event.shiftKey);
  });
  // Whoever goes elsewhere lets go of everything.
  page.addEventListener('blur', () => {
    held.clear();
    fly(false);
  });
}

/** False for a key that means nothing here. */
function press(code: string, watching: Watching): boolean {
  const jump = watching.counts === 'ticks' ? SECOND : 1;
  const act = {
    Space: () => watching.toggle(),
    Comma: () => watching.step(-1),
    Period: () => watching.step(1),
    ArrowLeft: () => watching.seek(watching.time.value.tick - jump),
    ArrowRight: () => watching.seek(watching.time.value.tick + jump),
    KeyR: () => watching.restart(),
    KeyF: () => watching.full.toggle(),
    KeyC: () => watching.setFree(!watching.free.value),
    KeyN: () => watching.nextWho(),
    KeyV: () => {
      if (watching.rival.value !== null && watching.counts === 'ticks') watching.setSplit(!watching.split.value);
    },
  }[code];
  act?.();
  return act !== undefined;
}

/** Where held keys fly to; opposite ones undo each other. */
export function flightOf(held: ReadonlySet<string>): Flight {
  const flight = { right: 0, up: 0, ahead: 0 };
  for (const code of held) {
    const way = FLY[code];
    if (way !== undefined) flight[way] += BACKWARDS.has(code) ? -1 : 1;
  }
  return flight;
}
