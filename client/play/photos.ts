/** The way into photo mode and back to the body; what it takes is loaded when it is first wanted. */
import type { Game } from './game.ts';

/** One stay at a time: it lies in the page's signals. */
export class Photos {
  readonly #game: Pick<Game, 'hud' | 'scene' | 'devices'>;

  constructor(game: Pick<Game, 'hud' | 'scene' | 'devices'>) {
    this.#game = game;
  }

  /** The eye leaves the body to take pictures. */
  async begin(): Promise<void> {
    const { hud, scene } = this.#game;
    const { PhotoMode } = await import('./photo-mode.ts');
    if (hud.phase.value !== 'walking' || hud.photo.value !== null) return;
    hud.panel.value = null;
    hud.photo.value = new PhotoMode(scene);
  }

  leave(): void {
    const { photo } = this.#game.hud;
    photo.value?.leave();
    photo.value = null;
  }

  /** Once a frame on the island; true while the hands move the eye and not the body. */
  frame(seconds: number): boolean {
    const { hud, devices } = this.#game;
    const photo = hud.photo.value;
    if (photo === null) return false;
    const { fast, ...flight } = devices.flight();
    photo.fly(flight, fast);
    photo.frame(seconds);
    return true;
  }
}
