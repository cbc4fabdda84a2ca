/** An eye that flies where one likes. */
import type { PerspectiveCamera } from 'three';

/** Metres a second, and that with Shift. */
const PACE = 9;
const FAST = 3;
const STEEPEST = 1.5;

/** What is asked of it: shares −1 … 1 of its pace. */
export interface Flight {
  readonly right: number;
  readonly up: number;
  readonly ahead: number;
}

/** Metres and radians; yaw 0 looks along −Z and grows to the left. */
export class FreeEye {
  #x = 0;
  #y = 0;
  #z = 0;
  #yaw = 0;
  #pitch = 0;

  /** Begins where a camera is. */
  take({ position, rotation }: PerspectiveCamera): void {
    this.#x = position.x;
    this.#y = position.y;
    this.#z = position.z;
    this.#yaw = rotation.y;
    this.#pitch = rotation.x;
  }

  turn(yaw: number, pitch: number): void {
    this.#yaw += yaw;
    this.#pitch = Math.max(-STEEPEST, Math.min(STEEPEST, this.#pitch + pitch));
  }

  fly({ right, up, ahead }: Flight, seconds: number, fast = false): void {
    const way = PACE * seconds * (fast ? FAST : 1);
    const level = Math.cos(this.#pitch);
    this.#x += (Math.cos(this.#yaw) * right - Math.sin(this.#yaw) * level * ahead) * way;
    this.#y += (up + Math.sin(this.#pitch) * ahead) * way;
    this.#z += (-Math.sin(this.#yaw) * right - Math.cos(this.#yaw) * level * ahead) * way;
  }

  place(camera: PerspectiveCamera): void {
    camera.position.set(this.#x, this.#y, this.#z);
    camera.rotation.set(this.#pitch, this.#yaw, 0, 'YXZ');
  }
}
