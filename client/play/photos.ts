/** The way into photo mode and back to the body; what it takes is loaded when it is first wanted. */
import type { Game } from './game.ts';
import { sentenceOf } from './sentence-of.ts';

type Needs = Pick<Game, 'hud' | 'scene' | 'devices' | 'news'>;
type PhotoCode = Pick<typeof import('./photo-mode.ts'), 'PhotoMode'>;

/** One stay at a time: it lies in the page's signals. */
export class Photos {
  readonly #game: Needs;
  readonly #load: () => Promise<PhotoCode>;

  /** @param load how the code of a stay comes */
  constructor(game: Needs, load: () => Promise<PhotoCode> = () => import('./photo-mode.ts')) {
    this.#game = game;
    this.#load = load;
  }

  /** The eye leaves the body to take pictures; says so where what that takes did not come. */
  async begin(): Promise<void> {
    const { hud, scene, news } = this.#game;
    try {
      const { PhotoMode } = await this.#load();
      if (hud.phase.value !== 'walking' || hud.photo.value !== null) return;
      hud.panel.value = null;
      hud.photo.value = new PhotoMode(scene);
    } catch (error) {
      news.toast('problem', sentenceOf(error));
    }
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
