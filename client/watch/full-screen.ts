/** The picture with its player over the whole screen, where the browser can. */
import { signal } from '@preact/signals';

/** Follows what the browser says. */
export class FullScreen {
  readonly isOn = signal(false);
  readonly #page: Document;

  constructor(page: Document) {
    this.#page = page;
    page.addEventListener('fullscreenchange', () => {
      this.isOn.value = page.fullscreenElement !== null;
    });
  }

  get isPossible(): boolean {
    return this.#page.fullscreenEnabled;
  }

  /** There and back. A browser that refuses leaves everything as it is. */
  toggle(): void {
    const stage = this.#page.querySelector('.watch-stage');
    const done = this.#page.fullscreenElement === null ? stage?.requestFullscreen() : this.#page.exitFullscreen();
    done?.catch(() => undefined);
  }
}
