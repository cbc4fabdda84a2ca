/** The welcome card by gamepad: the cross goes over the card, A presses what is chosen, or walks in. */
import { Gamepad } from '#client/input/gamepad.ts';
import { crossOver, isCross, pressFocused } from './pad-focus.ts';

/** Listens until the visitor walks; the press that made the pad known counts. */
export function padAtWelcome(page: Window): void {
  const { document } = page;
  const pad = new Gamepad(page.navigator);
  const look = (nowMs: number): void => {
    if (document.body.dataset['state'] === 'walking') {
      delete document.body.dataset['pad'];
      return;
    }
    const card = document.getElementById('welcome');
    for (const press of pad.presses(nowMs)) {
      if (isCross(press)) crossOver(document, card, press);
      // The name is handed in as it stands: pads write none.
      else if (press === 'confirm' && !isOther(document)) card?.querySelector('button')?.click();
      else if (press === 'confirm') pressFocused(document);
    }
    page.requestAnimationFrame(look);
  };
  page.requestAnimationFrame(look);
}

/** Something on the card has the focus that is not on the way in. */
function isOther({ activeElement }: Document): boolean {
  return activeElement?.closest('#welcome select, #welcome a') != null;
}
