/** Taking pictures: the eye leaves the body, names and panels go out of the picture, and it is kept as a file. */
import { type Signal, signal } from '@preact/signals';
import { DAWN, type Mood } from '#client/scene/atmosphere.ts';
import type { View } from '#client/scene/follow-camera.ts';
import { type Flight, FreeEye } from '#client/scene/free-eye.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';

/** Skies to choose from: as it is now, or another one in this picture alone. */
export const SKIES = {
  now: null,
  dawn: DAWN,
  day: { ...DAWN, day: 0.5 },
  evening: { ...DAWN, day: 1 },
  night: { ...DAWN, day: 1, night: 1 },
  ribbons: { ...DAWN, day: 1, night: 1, aurora: 1 },
} as const satisfies Readonly<Record<string, Mood | null>>;
export type PhotoSky = keyof typeof SKIES;

/** How wide the lens is, degrees. */
export const LENS = { min: 15, max: 90 } as const;

/** What has been set for the picture. */
export interface PhotoView {
  readonly lens: number;
  readonly sky: PhotoSky;
  readonly names: boolean;
  /** Something was just kept, or why it could not be. */
  readonly said: 'taken' | 'failed' | null;
}

const STILL: Flight = { right: 0, up: 0, ahead: 0 };

/** One stay in photo mode; `leave` gives the eye back. */
export class PhotoMode {
  readonly view: Signal<PhotoView>;
  readonly #scene: WorldScene;
  readonly #eye = new FreeEye();
  readonly #lensBefore: number;
  readonly #lookBefore: View;
  #flight: Flight = STILL;
  #fast = false;

  constructor(scene: WorldScene) {
    this.#scene = scene;
    this.#lensBefore = scene.camera.eye.fov;
    this.#lookBefore = { ...scene.camera.view };
    this.view = signal<PhotoView>({ lens: Math.round(scene.camera.eye.fov), sky: 'now', names: false, said: null });
    this.#eye.take(scene.camera.eye);
    scene.camera.fly((camera) => this.#eye.place(camera));
    scene.setNames(false);
  }

  /** What the hands wish, −1 … 1 each. */
  fly(flight: Flight, fast: boolean): void {
    this.#flight = flight;
    this.#fast = fast;
  }

  /** Once a frame, before the picture is drawn. The view turned by the hands is the eye's. */
  frame(seconds: number): void {
    const { view } = this.#scene.camera;
    this.#eye.turn(view.yaw - this.#lookBefore.yaw, view.pitch - this.#lookBefore.pitch);
    Object.assign(this.#lookBefore, view);
    // The neck may bend as far as the eye: it is turned by differences alone.
    view.pitch = -0.2;
    this.#lookBefore.pitch = view.pitch;
    this.#eye.fly(this.#flight, seconds, this.#fast);
  }

  set(part: Partial<Pick<PhotoView, 'lens' | 'sky' | 'names'>>): void {
    this.view.value = { ...this.view.value, ...part, said: null };
    if (part.lens !== undefined) this.#scene.camera.setFieldOfView(part.lens);
    if (part.sky !== undefined) this.#scene.weather.pretend(SKIES[part.sky]);
    if (part.names !== undefined) this.#scene.setNames(part.names);
  }

  /** Keeps the picture as a file, or hands it to the device's own sharing. */
  async take(): Promise<void> {
    const blob = await this.#scene.capture();
    this.view.value = { ...this.view.value, said: blob === null ? 'failed' : 'taken' };
    if (blob === null) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `dimension-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  leave(): void {
    this.#scene.camera.setFieldOfView(this.#lensBefore);
    this.#scene.weather.pretend(null);
    this.#scene.setNames(true);
    this.#scene.camera.fly(null);
  }
}
