/** Hands on the world that are not motion: looking around, and the keys that open, say, restart and leave. */
import { keyLabel } from '#client/i18n/key-words.ts';
import { t } from '#client/i18n/translate.ts';
import { actOf, FIRST_KEYS, type Keys } from '#client/input/key-map.ts';
import { isPressing, isTyping } from '#client/input/keyboard.ts';
import { Look } from '#client/input/look.ts';
import { ASKABLE } from '#shared/protocol/gestures.ts';
import { applyLook } from './apply-look.ts';
import type { Game } from './game.ts';
import type { PhotoMode } from './photo-mode.ts';
import type { RememberedSettings } from './remembered-settings.ts';

/** Keys of the gestures, in their order. */
const DIGITS = ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5'];

/** Listens for as long as the page lives. */
export class Steering {
  readonly #game: Game;
  readonly #canvas: HTMLCanvasElement;
  #keys: Keys = FIRST_KEYS;

  constructor(game: Game, canvas: HTMLCanvasElement, settings: RememberedSettings) {
    this.#game = game;
    this.#canvas = canvas;
    const look = new Look(canvas, game.scene.camera.view, (x, y) => this.#tap(x, y));
    settings.now.subscribe((now) => {
      look.sensitivity = now.sensitivity;
      look.inverted = now.inverted;
      look.locks = now.mouseLock;
      game.devices.sensitivity = now.sensitivity;
      this.#keys = now.keys;
      game.devices.setKeys(now.keys);
      // A picture that is being taken has a lens of its own.
      if (game.hud.photo.value === null) game.scene.camera.setFieldOfView(now.fieldOfView);
      sayKeys(canvas, now.keys);
      applyLook(now);
      game.scene.setStill(now.reducedMotion);
    });
    window.addEventListener('keydown', this.#key);
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const { hud } = this.#game;
    if (hud.photo.value !== null) this.#photoKey(event, hud.photo.value);
    else if (hud.phase.value === 'course') this.#courseKey(event);
    else if (hud.phase.value === 'walking') this.#walkKey(event);
  };

  #photoKey(event: KeyboardEvent, photo: PhotoMode): void {
    if (event.code === 'Escape' || actOf(this.#keys, event.code) === 'photo') this.#game.photos.leave();
    else if (event.key === 'Enter' && !isPressing(event.target)) void photo.take();
  }

  #courseKey(event: KeyboardEvent): void {
    const { hud, outing } = this.#game;
    const act = actOf(this.#keys, event.code);
    if (act === 'restart') outing.restart();
    else if (act === 'switch') outing.switchOver();
    else if (act === 'behind') this.#game.lookAhead();
    else if (event.code === 'Escape' && hud.chatOpen.value) hud.chatOpen.value = false;
    else if (event.code === 'Escape') outing.leave();
    else if (event.key === 'Enter' && !isPressing(event.target) && outing.course?.isRead(performance.now()) === true)
      outing.restart();
  }

  #walkKey(event: KeyboardEvent): void {
    const { hud, client } = this.#game;
    const gesture = ASKABLE[DIGITS.indexOf(event.code)];
    const act = actOf(this.#keys, event.code);
    if (event.code === 'Escape' && hud.panel.value === null) this.#escape();
    else if (event.code === 'Escape') hud.panel.value = null;
    else if (act === 'talk') this.#talk(event);
    else if (gesture !== undefined) void client.gesture(gesture);
    else if (event.key === 'Enter' && !isPressing(event.target)) this.#enter(event);
    else if (act === 'use') this.#openNear();
    else if (act === 'map' || act === 'quests') this.#game.panels.toggle(act);
    else if (act === 'photo') void this.#game.photos.begin();
    else if (act === 'behind') this.#game.lookAhead();
  }

  #escape(): void {
    const { hud, autopilot } = this.#game;
    hud.chatOpen.value = false;
    autopilot.halt();
  }

  #enter(event: KeyboardEvent): void {
    const { hud } = this.#game;
    if (hud.panel.value === 'gate') void this.#game.gate.enter();
    else if (!this.#openNear()) this.#talk(event);
  }

  #openNear(): boolean {
    const near = this.#game.hud.near.value;
    if (near === null || this.#game.hud.panel.value === 'gate') return false;
    void this.#game.gate.open(near.challenge);
    return true;
  }

  #talk(event: KeyboardEvent): void {
    // The key that opens the line must not be its first letter.
    event.preventDefault();
    this.#game.devices.release();
    this.#game.hud.chatOpen.value = true;
    // A line that lies open already is called back to.
    this.#game.hud.chatCalls.value++;
  }

  #tap(x: number, y: number): void {
    if (this.#game.hud.phase.value !== 'walking') return;
    const box = this.#canvas.getBoundingClientRect();
    const found = this.#game.scene.pick(((x - box.left) / box.width) * 2 - 1, 1 - ((y - box.top) / box.height) * 2);
    if (found?.id == null) return;
    if (found.kind === 'gate') void this.#game.gate.open(found.id);
    else if (found.kind === 'person') this.#meet(found.id);
  }

  #meet(session: string): void {
    const avatar = this.#game.client.state.avatars.get(session);
    if (avatar !== undefined) this.#game.panels.openPerson(avatar.address, avatar.name);
  }
}

/** What screen readers hear of the world names the keys as they are set; its own HTML could not know them. */
function sayKeys(canvas: HTMLCanvasElement, keys: Keys): void {
  const { forward, left, back, right, jump } = keys;
  const walk = [forward, left, back, right].map(keyLabel).join(' ');
  const turn = [keys['turn-left'], keys['turn-right']].map(keyLabel).join(' ');
  delete canvas.dataset['sayLabel'];
  canvas.setAttribute('aria-label', t('world.keys', { walk, turn, jump: keyLabel(jump) }));
}
