/** All the hands at once: keyboard, touch, gamepad, and whatever a test feeds in. */
import { AT_REST, combine } from '#client/input/controls.ts';
import { Gamepad } from '#client/input/gamepad.ts';
import { Keyboard } from '#client/input/keyboard.ts';
import { tapeByte } from '#client/input/quantise.ts';
import { Touch } from '#client/input/touch.ts';

/** Answers, at any moment, the byte of a tick. */
export class Devices {
  readonly touch = new Touch();
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
    const fed = this.#fed.shift() ?? this.#held;
    if (fed !== null) return fed;
    return tapeByte(combine([this.#keyboard.read(), this.touch.read(), this.#gamepad.read()]) ?? AT_REST, cameraYaw);
  }

  /** How far the gamepad turns the view in `seconds`. */
  look(seconds: number): { readonly yaw: number; readonly pitch: number } {
    return this.#gamepad.look(seconds);
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
}
