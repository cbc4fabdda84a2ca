/**
 * Menus by gamepad: the cross goes to the buttons of the page, from one to the next, and changes them; A presses, B goes
 * back, Start opens the help, Back the map, the shoulders turn the view and move the next character.
 */
import type { PadPress } from '#client/input/gamepad.ts';
import type { Game } from './game.ts';
import { type Cross, crossOver, dropFocus, focusFirst, isCross, pressFocused } from './pad-focus.ts';

/** What lies open has the cross to itself; the first of these that is there. */
const OPEN = [
  '.hud .lost:not([data-picture])',
  '.hud .side, .hud .bench',
  '.hud .outcome',
  '.hud .photo-bar',
  '.hud .bench-opening',
];
/** Where the cross comes in while nothing lies open: the doors to the panels, the buttons of a run. */
const ENTRANCE = '.hud .doors, .hud .run-bar';
/** Rows that unfold under a button of theirs. */
const FOLDS = '.gestures, .doors';

/** Acts on presses while no motion is meant. */
export class PadMenu {
  readonly #game: Game;
  readonly #page: Document;
  /** The cross went to the page while nothing lay open: A presses there, and does not jump. */
  #isHeld = false;

  constructor(game: Game, page: Document) {
    this.#game = game;
    this.#page = page;
    // Who takes the mouse again needs no frame around what is chosen.
    page.addEventListener('pointerdown', () => delete page.body.dataset['pad']);
  }

  /** Once a frame, with what was pressed since the last one. */
  act(presses: readonly PadPress[]): void {
    // Whoever walks on, or whose button has gone, is in the world again.
    if (this.#isHeld && (this.#walksOn() || this.#focused('.hud') === null)) this.#letGo();
    for (const press of presses) {
      if (isCross(press)) this.#cross(press);
      else if (this.#game.hud.phase.value === 'course') this.#onCourse(press);
      else if (this.#game.hud.phase.value === 'bench') this.#atBench(press);
      else this.#onIsland(press);
    }
    this.#game.devices.padIsForPage = this.#isHeld || this.#liesOpen();
  }

  #walksOn(): boolean {
    return this.#game.devices.padWalks && this.#scope() === null;
  }

  #onCourse(press: PadPress): void {
    const { outing, hud } = this.#game;
    if (press === 'again') outing.restart();
    else if (press === 'switch') outing.switchOver();
    else if (press === 'behind') this.#game.lookAhead();
    else if (press === 'back' && !this.#goesBack()) outing.leave();
    else if (press === 'confirm' && hud.outcome.value !== null) this.#press(() => this.#restart());
    else if (press === 'confirm' && this.#isHeld) this.#press();
  }

  /** Whoever comes in jumping does not throw the end away. */
  #restart(): void {
    const { outing } = this.#game;
    if (outing.course?.isRead(performance.now()) === true) outing.restart();
  }

  /** No panel opens over a bench. */
  #atBench(press: PadPress): void {
    if (press === 'back') this.#game.outing.leave();
    else if (press === 'confirm') this.#press();
  }

  #onIsland(press: PadPress): void {
    const { hud, panels } = this.#game;
    if (hud.photo.value !== null) {
      if (press === 'back') this.#game.photos.leave();
      else if (press === 'confirm') this.#press(() => void hud.photo.value?.take());
    } else if (press === 'back') this.#back();
    else if (press === 'menu') void panels.open(hud.panel.value === 'help' ? 'profile' : 'help');
    else if (press === 'map') panels.toggle('map');
    else if (press === 'again') this.#openNear();
    else if (press === 'behind') this.#game.lookAhead();
    else if (press === 'confirm' && (this.#isHeld || this.#liesOpen())) this.#press(() => this.#enter());
  }

  #back(): void {
    const { hud, autopilot } = this.#game;
    if (hud.panel.value !== null) hud.panel.value = null;
    else if (!this.#goesBack()) autopilot.halt();
  }

  /** One step back on the page, where there is one: what unfolded folds, the chat closes, the world has the pad again. */
  #goesBack(): boolean {
    const { hud } = this.#game;
    const folds = this.#focused(FOLDS)?.querySelector<HTMLElement>('[aria-expanded="true"]') ?? null;
    if (hud.outcome.value !== null) return false;
    if (folds !== null) {
      folds.click();
      folds.focus();
    } else if (hud.chatOpen.value) hud.chatOpen.value = false;
    else if (this.#isHeld) this.#letGo();
    else return false;
    return true;
  }

  #liesOpen(): boolean {
    const { panel, bench, photo, outcome, phase } = this.#game.hud;
    return phase.value === 'lost' || [panel, bench, photo, outcome].some(({ value }) => value !== null);
  }

  #openNear(): void {
    const { near, panel } = this.#game.hud;
    if (near.value !== null && panel.value !== 'gate') void this.#game.gate.open(near.value.challenge);
  }

  #enter(): void {
    const { hud } = this.#game;
    if (hud.phase.value === 'lost') this.#scope()?.querySelector('button')?.click();
    else if (hud.panel.value === 'gate') void this.#game.gate.enter();
  }

  /** Presses what has the focus; where nothing has, what the card offers first. */
  #press(otherwise?: () => void): void {
    this.#game.devices.takePress();
    if (!pressFocused(this.#page)) otherwise?.();
  }

  #cross(press: Cross): void {
    const scope = this.#scope();
    if (scope !== null) crossOver(this.#page, scope, press);
    else if (this.#isHeld) crossOver(this.#page, this.#page.querySelector('.hud'), press);
    else this.#isHeld = focusFirst(this.#page, this.#page.querySelector(ENTRANCE));
  }

  /** What lies open, or null. */
  #scope(): Element | null {
    for (const selectors of OPEN) {
      const found = this.#page.querySelector(selectors);
      if (found !== null) return found;
    }
    return null;
  }

  #letGo(): void {
    this.#isHeld = false;
    dropFocus(this.#page);
  }

  /** What of these the focus is in. */
  #focused(selectors: string): Element | null {
    return this.#page.activeElement?.closest(selectors) ?? null;
  }
}
