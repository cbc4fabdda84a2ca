/** Which tier the picture has: the one that was chosen, or, left to itself, one that this machine draws fast enough. */
import { QualityWatch } from '#client/scene/quality-watch.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import type { RememberedSettings } from './remembered-settings.ts';

/** Where the picture begins when it may choose for itself; the watch over its speed goes down from there. */
const FIRST_TIER = 'medium';

/** Between two frames where about thirty a second are wanted, ms: a screen of 72 turns a second shows 24. */
const SPARING_MS = 1_000 / 22;

/** Follows the settings, and every frame. */
export class Tier {
  readonly #scene: Pick<WorldScene, 'quality' | 'setQuality'>;
  readonly #settings: RememberedSettings;
  readonly #forced: boolean;
  readonly #watch = new QualityWatch();

  /** @param forced the tier stands in the address: it is not stepped down */
  constructor(scene: Pick<WorldScene, 'quality' | 'setQuality'>, settings: RememberedSettings, forced: boolean) {
    this.#scene = scene;
    this.#settings = settings;
    this.#forced = forced;
    // The picture was raised with the quality that was set before.
    let shown = settings.now.value.quality;
    settings.now.subscribe(({ quality, measured }) => {
      if (quality === shown) return;
      shown = quality;
      void scene.setQuality(quality === 'auto' ? (measured ?? FIRST_TIER) : quality);
    });
  }

  /** Once a frame: steps down when pictures come too slowly; never up by itself. @param seconds since the last one */
  frame(seconds: number): void {
    const { quality, sparing } = this.#settings.now.value;
    if (this.#forced || quality !== 'auto') return;
    const lower = this.#watch.add(seconds * 1_000, this.#scene.quality, sparing ? SPARING_MS : undefined);
    if (lower !== 'low' && lower !== 'medium') return;
    this.#settings.change({ measured: lower });
    void this.#scene.setQuality(lower);
  }
}
