/** Sideways on a gamepad's cross: a slider moves, a list goes to its next choice, as the arrow keys would have it. */

/** From one end of a slider to the other takes at most so many presses, which come on their own while one holds. */
const MOST_PRESSES = 20;

/** To the right or to the left. */
export type Sideways = 1 | -1;

/** Changes what `control` is set to, and says so as the browser does for a hand; false where there is nothing to change. */
export function changeSideways(control: Element, by: Sideways): boolean {
  if (control instanceof HTMLSelectElement) {
    if (isCostly(control)) return false;
    choose(control, by);
    return true;
  }
  if (!(control instanceof HTMLInputElement)) return false;
  if (control.type === 'range') slide(control, by);
  else if (control.type === 'radio') pick(control, by);
  else return false;
  return true;
}

/** Goes to the next choice of a list whose changes cost a reload, round and round; false where it is no such list. */
export function changePressed(control: Element): boolean {
  if (!(control instanceof HTMLSelectElement) || !isCostly(control)) return false;
  control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
  tell(control);
  return true;
}

/** Whether a list wants to be pressed, because a change of it is more than a change of a number. */
function isCostly(list: HTMLSelectElement): boolean {
  return list.dataset['pad'] === 'press';
}

/** What stands beside the choice and can be taken; at the end of the list nothing changes. */
function choose(list: HTMLSelectElement, by: Sideways): void {
  const { options } = list;
  let at = list.selectedIndex + by;
  while (options[at]?.disabled === true) at += by;
  if (options[at] === undefined) return;
  list.selectedIndex = at;
  tell(list);
}

function slide(slider: HTMLInputElement, by: Sideways): void {
  const before = slider.value;
  const steps = stepsOf(slider);
  if (by === 1) slider.stepUp(steps);
  else slider.stepDown(steps);
  if (slider.value !== before) tell(slider);
}

/** One, or as many as there are for a press on a fine slider. */
function stepsOf({ min, max, step }: HTMLInputElement): number {
  // What the page does not say is what HTML says: 0 to 100 by 1.
  const room = Number(max || 100) - Number(min || 0);
  return Math.max(1, Math.round(room / Number(step || 1) / MOST_PRESSES));
}

/** The next of its group, round and round; a click says itself what it changed. */
function pick(radio: HTMLInputElement, by: Sideways): void {
  const scope = radio.form ?? radio.ownerDocument;
  const group = [...scope.querySelectorAll<HTMLInputElement>('input[type="radio"]:not(:disabled)')].filter(
    ({ name }) => name === radio.name,
  );
  const next = group.at((group.indexOf(radio) + by) % group.length);
  next?.focus();
  next?.click();
}

function tell(control: HTMLElement): void {
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
