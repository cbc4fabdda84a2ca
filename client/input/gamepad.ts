/** A gamepad in the standard layout: sticks move and look, A jumps or confirms, B goes back, X uses, Y restarts. */
import type { Controls, Device } from './controls.ts';

const DEAD_ZONE = 0.15;
/** How far the left stick must go to run. */
const RUN_FROM = 0.85;
/** Radians a second at full tilt of the right stick. */
const LOOK_SPEED = 2.6;

/** What a press of a button asks for, apart from motion. */
export type PadPress =
  | ('confirm' | 'back' | 'again' | 'behind' | 'switch' | 'menu' | 'map')
  | ('previous' | 'next' | 'left' | 'right');

/** Buttons of the standard layout: A, B, Y, the shoulders, Back, Start, and the cross up, down, left, right. */
const PRESSES: Readonly<Record<number, PadPress>> = {
  0: 'confirm',
  1: 'back',
  3: 'again',
  4: 'behind',
  5: 'switch',
  8: 'map',
  9: 'menu',
  12: 'previous',
  13: 'next',
  14: 'left',
  15: 'right',
};

const JUMP = 0;
const USE = 2;
/** The triggers. */
const SINK = 6;
const RISE = 7;

/** The cross; held, it presses again after so long, and then as often, ms: what keyboards do with their arrows. */
const CROSS_FROM = 12;
const REPEAT_AFTER_MS = 450;
const REPEAT_EVERY_MS = 110;

/** The first connected gamepad, asked once a tick. */
export class Gamepad implements Device {
  /** Something on the page is chosen, or lies open: the button that jumps presses there. */
  isForPage = false;
  readonly #navigator: Navigator;
  /** Every button that is down, and when it presses again. */
  #down: ReadonlyMap<number, number> = new Map();
  /** The button that jumps has pressed something instead, and is still down. */
  #isTaken = false;

  constructor(navigator: Navigator) {
    this.#navigator = navigator;
  }

  get isThere(): boolean {
    return this.#pad() !== null;
  }

  read(): Controls | null {
    const pad = this.#pad();
    if (pad === null) return null;
    const [right = 0, back = 0] = pad.axes;
    const tilt = Math.hypot(right, back);
    const jump = pad.buttons[JUMP]?.pressed === true;
    // A course asks between two pictures, before the page has seen the press.
    this.#isTaken = jump && (this.#isTaken || this.isForPage);
    if (tilt < DEAD_ZONE && !pad.buttons.some((button) => button.pressed)) return null;
    return {
      right: tilt < DEAD_ZONE ? 0 : right,
      forward: tilt < DEAD_ZONE ? 0 : -back,
      run: tilt >= RUN_FROM,
      jump: jump && !this.#isTaken,
      use: pad.buttons[USE]?.pressed ?? false,
    };
  }

  /** The left stick is pushed. */
  get walks(): boolean {
    const [right = 0, back = 0] = this.#pad()?.axes ?? [];
    return Math.hypot(right, back) >= DEAD_ZONE;
  }

  /** How far the triggers rise, −1 … 1. */
  get rise(): number {
    const { buttons = [] } = this.#pad() ?? {};
    return (buttons[RISE]?.value ?? 0) - (buttons[SINK]?.value ?? 0);
  }

  /** The button that is down has pressed something on the page: until it is let go it does not jump, too. */
  takePress(): void {
    this.#isTaken = true;
  }

  /** How far the camera turns in `seconds`, radians: yaw to the left, pitch upwards. */
  look(seconds: number): { readonly yaw: number; readonly pitch: number } {
    const [, , right = 0, down = 0] = this.#pad()?.axes ?? [];
    const bend = (value: number) => (Math.abs(value) < DEAD_ZONE ? 0 : value * Math.abs(value));
    return { yaw: -bend(right) * LOOK_SPEED * seconds, pitch: -bend(down) * LOOK_SPEED * 0.6 * seconds };
  }

  /** Buttons that went down since the last call, and ends of the cross that are held long enough; `nowMs` only grows. */
  presses(nowMs: number): readonly PadPress[] {
    const buttons = this.#pad()?.buttons ?? [];
    const down = new Map<number, number>();
    const pressed: PadPress[] = [];
    for (const [index, button] of buttons.entries()) {
      if (!button.pressed) continue;
      const dueMs = this.#down.get(index);
      const isDue = dueMs === undefined || nowMs >= dueMs;
      down.set(index, isDue ? this.#next(index, dueMs, nowMs) : dueMs);
      const press = PRESSES[index];
      if (isDue && press !== undefined) pressed.push(press);
    }
    this.#down = down;
    return pressed;
  }

  #next(index: number, dueMs: number | undefined, nowMs: number): number {
    if (index < CROSS_FROM) return Number.POSITIVE_INFINITY;
    return nowMs + (dueMs === undefined ? REPEAT_AFTER_MS : REPEAT_EVERY_MS);
  }

  release(): void {}

  detach(): void {}

  #pad(): globalThis.Gamepad | null {
    return this.#navigator.getGamepads?.().find((pad) => pad?.mapping === 'standard') ?? null;
  }
}
