/** The focus as a gamepad moves it: from control to control, and what a press does to the one that has it. */
import { isTyping } from '#client/input/keyboard.ts';
import { changePressed, changeSideways } from './pad-values.ts';

const CONTROLS =
  'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary';
/** These a press leaves as they are: the cross changes them. */
const UNPRESSED = 'select, input[type="range"]';

/** The four ends of the cross. */
export type Cross = 'previous' | 'next' | 'left' | 'right';

/** True for the presses that come from the cross. */
export function isCross(press: string): press is Cross {
  return press === 'previous' || press === 'next' || press === 'left' || press === 'right';
}

/** Up and down lead from control to control of `scope`; so do left and right where there is nothing to change. */
export function crossOver(page: Document, scope: Element | null, press: Cross): void {
  const by = press === 'next' || press === 'right' ? 1 : -1;
  const { activeElement } = page;
  const isSideways = press === 'left' || press === 'right';
  if (isSideways && activeElement !== null && changeSideways(activeElement, by)) return;
  const controls = controlsOf(scope);
  const at = activeElement instanceof HTMLElement ? controls.indexOf(activeElement) : -1;
  focus(page, controls[at < 0 && by < 0 ? controls.length - 1 : (at + by + controls.length) % controls.length]);
}

/** Gives the focus to the first control of `scope`; false where there is none. */
export function focusFirst(page: Document, scope: Element | null): boolean {
  const [first] = controlsOf(scope);
  focus(page, first);
  return first !== undefined;
}

/** Presses what has the focus, hands in the line that is being written, or does nothing and answers false. */
export function pressFocused(page: Document): boolean {
  const focused = page.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  if (changePressed(focused)) return true;
  if (focused instanceof HTMLInputElement && isTyping(focused)) {
    focused.form?.requestSubmit();
    return true;
  }
  if (!focused.matches(CONTROLS) || focused.matches(UNPRESSED)) return false;
  focused.click();
  return true;
}

/** Takes the focus, and its frame, off the page. */
export function dropFocus(page: Document): void {
  delete page.body.dataset['pad'];
  if (page.activeElement instanceof HTMLElement) page.activeElement.blur();
}

function controlsOf(scope: Element | null): readonly HTMLElement[] {
  return [...(scope?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])].filter((control) => control.offsetParent !== null);
}

/** Browsers frame what keys have chosen; what a pad has, the page frames itself. */
function focus(page: Document, control: HTMLElement | undefined): void {
  page.body.dataset['pad'] = '';
  control?.focus();
}
