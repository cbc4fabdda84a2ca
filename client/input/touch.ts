/** Thumbs: what the on-screen stick and buttons hold down; the stick itself is drawn by the page. */
import type { Controls, Device } from './controls.ts';

/** How far the thumb must push to run, 0 … 1. */
const RUN_FROM = 0.8;

/** Written by the on-screen controls, read once a tick like every other device. */
export class Touch implements Device {
  #right = 0;
  #forward = 0;
  #jump = false;
  #use = false;

  /** Stick position, −1 … 1 each; 0, 0 when let go. */
  push(right: number, forward: number): void {
    this.#right = right;
    this.#forward = forward;
  }

  hold(button: 'jump' | 'use', down: boolean): void {
    if (button === 'jump') this.#jump = down;
    else this.#use = down;
  }

  read(): Controls | null {
    const tilt = Math.hypot(this.#right, this.#forward);
    if (tilt === 0 && !this.#jump && !this.#use) return null;
    return { right: this.#right, forward: this.#forward, run: tilt >= RUN_FROM, jump: this.#jump, use: this.#use };
  }

  release(): void {
    this.push(0, 0);
    this.#jump = false;
    this.#use = false;
  }

  detach(): void {
    this.release();
  }
}
