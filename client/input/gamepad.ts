/** A gamepad in the standard layout: left stick moves, right stick looks, A jumps, X uses. */
import type { Controls, Device } from './controls.ts';

const DEAD_ZONE = 0.15;
/** How far the left stick must go to run. */
const RUN_FROM = 0.85;
/** Radians a second at full tilt of the right stick. */
const LOOK_SPEED = 2.6;

/** The first connected gamepad, asked once a tick. */
export class Gamepad implements Device {
  readonly #navigator: Navigator;

  constructor(navigator: Navigator) {
    this.#navigator = navigator;
  }

  read(): Controls | null {
    const pad = this.#pad();
    if (pad === null) return null;
    const [right = 0, back = 0] = pad.axes;
    const tilt = Math.hypot(right, back);
    if (tilt < DEAD_ZONE && !pad.buttons.some((button) => button.pressed)) return null;
    return {
      right: tilt < DEAD_ZONE ? 0 : right,
      forward: tilt < DEAD_ZONE ? 0 : -back,
      run: tilt >= RUN_FROM,
      jump: pad.buttons[0]?.pressed ?? false,
      use: pad.buttons[2]?.pressed ?? false,
    };
  }

  /** How far the camera turns in `seconds`, radians: yaw to the left, pitch upwards. */
  look(seconds: number): { readonly yaw: number; readonly pitch: number } {
    const [, , right = 0, down = 0] = this.#pad()?.axes ?? [];
    const bend = (value: number) => (Math.abs(value) < DEAD_ZONE ? 0 : value * Math.abs(value));
    return { yaw: -bend(right) * LOOK_SPEED * seconds, pitch: -bend(down) * LOOK_SPEED * 0.6 * seconds };
  }

  release(): void {}

  detach(): void {}

  #pad(): globalThis.Gamepad | null {
    return this.#navigator.getGamepads?.().find((pad) => pad?.mapping === 'standard') ?? null;
  }
}
