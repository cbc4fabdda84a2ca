/** Menus by gamepad: the cross goes from control to control and changes them, A presses, B goes back, Start opens the help, Back the map. */
import type { PadPress } from '#client/input/gamepad.ts';
import type { Game } from './game.ts';
import { changePressed, changeSideways } from './pad-values.ts';

const CONTROLS = 'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), summary';

/** These a press leaves as they are: the cross changes them. */
const UNPRESSED = 'select, input[type="range"]';

/** The four ends of the cross. */
type Cross = Extract<PadPress, 'previous' | 'next' | 'left' | 'right'>;

/** Acts on presses while no motion is meant. */
export class PadMenu {
  readonly #game: Game;
  readonly #page: Document;

  constructor(game: Game, page: Document) {
    this.#game = game;
    this.#page = page;
  }

  /** Once a frame, with what was pressed since the last one. */
  act(presses: readonly PadPress[]): void {
    for (const press of presses) {
      if (this.#game.hud.phase.value === 'course') this.#onCourse(press);
      else this.#onIsland(press);
    }
  }

  #onCourse(press: PadPress): void {
    const { outing, hud } = this.#game;
    if (press === 'again') outing.restart();
    else if (press === 'back') outing.leave();
    else if (press === 'confirm' && hud.outcome.value !== null) this.#press(outing.restart.bind(outing));
    else if (isCross(press)) this.#cross(press);
  }

  #onIsland(press: PadPress): void {
    const { hud } = this.#game;
    if (hud.photo.value !== null) {
      if (press === 'back') this.#game.photos.leave();
      else if (press === 'confirm') this.#press(() => void hud.photo.value?.take());
      else if (isCross(press)) this.#cross(press);
      return;
    }
    const isOpen = hud.panel.value !== null || hud.bench.value !== null;
    if (press === 'back') {
      if (hud.panel.value !== null) hud.panel.value = null;
      else if (hud.bench.value !== null) this.#game.outing.leave();
    } else if (press === 'menu') void this.#game.panels.open(hud.panel.value === 'help' ? 'profile' : 'help');
    else if (press === 'map') this.#game.panels.toggle('map');
    else if (press === 'again') this.#openNear();
    else if (press === 'confirm' && isOpen) this.#press(() => this.#enter());
    else if (isOpen && isCross(press)) this.#cross(press);
  }

  #openNear(): void {
    const { near, panel } = this.#game.hud;
    if (near.value !== null && panel.value !== 'gate') void this.#game.gate.open(near.value.challenge);
  }

  #enter(): void {
    if (this.#game.hud.panel.value === 'gate') void this.#game.gate.enter();
  }

  /** Presses what has the focus; where nothing has, what the card offers first. */
  #press(otherwise: () => void): void {
    const focused = this.#page.activeElement;
    if (focused !== null && changePressed(focused)) return;
    const isPressed = focused?.matches(CONTROLS) === true && !focused.matches(UNPRESSED);
    if (isPressed && focused instanceof HTMLElement) focused.click();
    else otherwise();
  }

  /** Up and down lead from control to control; so do left and right where there is nothing to change. */
  #cross(press: Cross): void {
    const by = press === 'next' || press === 'right' ? 1 : -1;
    const focused = this.#page.activeElement;
    const isSideways = press === 'left' || press === 'right';
    if (isSideways && focused !== null && changeSideways(focused, by)) return;
    this.#move(by);
  }

  #move(by: number): void {
    const scope =
      this.#page.querySelector('.hud .side, .hud .outcome, .hud .bench') ?? this.#page.querySelector('.hud');
    const controls = [...(scope?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])].filter(
      (control) => control.offsetParent !== null,
    );
    const focused = this.#page.activeElement;
    const at = focused instanceof HTMLElement ? controls.indexOf(focused) : -1;
    controls[(at + by + controls.length) % controls.length]?.focus();
  }
}

function isCross(press: PadPress): press is Cross {
  return press === 'previous' || press === 'next' || press === 'left' || press === 'right';
}
