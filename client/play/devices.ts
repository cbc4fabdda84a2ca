/** All the hands at once: keyboard, touch, gamepad, and whatever a test feeds in. */
import { type Controls, combine } from '#client/input/controls.ts';
import { Gamepad, type PadPress } from '#client/input/gamepad.ts';
import type { Keys } from '#client/input/key-map.ts';
import { Keyboard } from '#client/input/keyboard.ts';
import { clampView, type View } from '#client/input/look.ts';
import { tapeByte } from '#client/input/quantise.ts';
import { Touch } from '#client/input/touch.ts';
import { ViewTurn } from '#client/input/view-turn.ts';
import type { Flight } from '#client/scene/free-eye.ts';
import { IDLE } from '#shared/physics/input.ts';
import type { Hand } from './attempt.ts';

/** Answers, at any moment, the byte of a tick. */
export class Devices {
  readonly touch = new Touch();
  /** How fast keys and sticks turn the view, 1 as it is meant. */
  sensitivity = 1;
  readonly #turn = new ViewTurn();
  readonly #keyboard: Keyboard;
  readonly #gamepad: Gamepad;
  #fed: number[] = [];
  #held: number | null = null;

  constructor(target: Window) {
    this.#keyboard = new Keyboard(target);
    this.#gamepad = new Gamepad(target.navigator);
  }

  /** The wish of this moment as a tape byte, relative to where the camera looks (radians). */
  byte(cameraYaw: number): number {
    return this.#fed.shift() ?? this.#held ?? this.#wish(cameraYaw);
  }

  /** These hands on a course: the camera is asked for its yaw at every tick. */
  hand(cameraYaw: () => number): Hand {
    return {
      stirs: () => this.#fed.length > 0 || (this.#held ?? this.#wish(cameraYaw())) !== IDLE,
      byte: () => this.byte(cameraYaw()),
    };
  }

  /** The wish of this moment as a flight of the eye: jump rises, use sinks. */
  flight(): Flight & { readonly fast: boolean } {
    const { right, forward, jump, use } = this.#hands();
    // A stick has its own pace; keys fly fast with the one that walks slowly on the ground.
    const up = Math.max(-1, Math.min(1, Number(jump) - Number(use) + this.#gamepad.rise));
    return { right, ahead: forward, up, fast: !this.#keyboard.read().run };
  }

  /** A gamepad is connected. */
  get hasPad(): boolean {
    return this.#gamepad.isThere;
  }

  /** Gives every act the key that the visitor chose. */
  setKeys(keys: Keys): void {
    this.#keyboard.keys = keys;
  }

  /** The left stick of the gamepad is pushed. */
  get padWalks(): boolean {
    return this.#gamepad.walks;
  }

  /** Whether the button of the gamepad that jumps presses on the page instead. */
  set padIsForPage(isForPage: boolean) {
    this.#gamepad.isForPage = isForPage;
  }

  /** The button of the gamepad that is down has pressed something: it does not jump as well. */
  takePress(): void {
    this.#gamepad.takePress();
  }

  /** Turns the view as keys and gamepad wish, once a picture. */
  turn(view: View, seconds: number): void {
    const pad = this.#gamepad.look(seconds);
    if (pad.yaw !== 0) this.#turn.stop();
    const keys = this.#turn.step(this.#keyboard.turn(), view.yaw, seconds, this.sensitivity);
    view.yaw += keys.yaw + pad.yaw * this.sensitivity;
    view.pitch += keys.pitch + pad.pitch * this.sensitivity;
    clampView(view);
  }

  /** The view glides round to `yaw`, radians. */
  turnTo(yaw: number): void {
    this.#turn.glide(yaw);
  }

  /** Buttons of the gamepad that went down since the last frame, and ends of its cross that are held. */
  presses(nowMs: number): readonly PadPress[] {
    return this.#gamepad.presses(nowMs);
  }

  /** For tests: bytes that come before everything else, one a tick. */
  feed(bytes: readonly number[]): void {
    this.#fed = [...bytes];
  }

  /** For tests: a byte that is held until null. */
  hold(byte: number | null): void {
    this.#held = byte;
  }

  release(): void {
    this.#keyboard.release();
    this.touch.release();
  }

  #wish(cameraYaw: number): number {
    return tapeByte(this.#hands(), cameraYaw);
  }

  #hands(): Controls {
    return combine([this.#keyboard.read(), this.touch.read(), this.#gamepad.read()]);
  }
}
