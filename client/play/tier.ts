/** Which tier the picture has: the one that was chosen, or, left to itself, one that this machine draws fast enough. */
import { lowerQuality, type QualityName } from '#client/scene/quality.ts';
import { QualityWatch } from '#client/scene/quality-watch.ts';
import type { WorldScene } from '#client/scene/world-scene.ts';
import { isSparing, type Measured, tierOf } from './picture-settings.ts';
import type { RememberedSettings } from './remembered-settings.ts';

/** Between two frames where about thirty a second are wanted, ms: a screen of 72 turns a second shows 24. */
const SPARING_MS = 1_000 / 22;
/** So many steady windows in a row, about eight seconds, and the next tier is tried. */
const STEADY_WINDOWS = 4;

/** What a tier may be tried after; high is for machines with a mouse alone. */
const NEXT: Readonly<Partial<Record<QualityName, 'medium' | 'high'>>> = { low: 'medium', medium: 'high' };

interface TierOptions {
  /** The tier stands in the address: nothing is measured. */
  readonly forced: boolean;
  /** A phone or tablet: begins with little, and draws medium at most by itself. */
  readonly small: boolean;
}

type Pictured = Pick<WorldScene, 'quality' | 'setQuality' | 'grown'>;

/** Follows the settings, and every frame. */
export class Tier {
  readonly #scene: Pictured;
  readonly #settings: RememberedSettings;
  readonly #options: TierOptions;
  readonly #watch = new QualityWatch();
  #steady = 0;
  /** Trees and grass still grow: these frames are slower than those to come. */
  #isGrowing = true;

  constructor(scene: Pictured, settings: RememberedSettings, options: TierOptions) {
    this.#scene = scene;
    this.#settings = settings;
    this.#options = options;
    void this.#settle(Promise.resolve());
    // The picture was raised with the quality that was set before.
    let shown = settings.now.value.quality;
    settings.now.subscribe((now) => {
      if (now.quality === shown) return;
      shown = now.quality;
      this.#show(tierOf(now, options.small));
    });
  }

  /**
   * Once a frame: goes down when pictures come too slowly, and once in this browser up when they come with ease.
   * @param seconds since the last one
   */
  frame(seconds: number): void {
    const { now } = this.#settings;
    if (this.#options.forced || this.#isGrowing || now.value.quality !== 'auto') return;
    const pace = this.#watch.add(seconds * 1_000, isSparing(now.value) ? SPARING_MS : undefined);
    if (pace === null) return;
    this.#steady = pace === 'steady' ? this.#steady + 1 : 0;
    if (pace === 'slow') this.#goDown();
    // Whoever wants few pictures wants to spare the machine.
    else if (this.#steady >= STEADY_WINDOWS && now.value.measured === null && !now.value.sparing) this.#goUp();
  }

  #goDown(): void {
    const { quality } = this.#scene;
    const lower = lowerQuality(quality);
    // Below the lowest tier there are still fewer pictures: even ones look smoother than uneven ones.
    if (lower === quality) this.#remember('sparing');
    else if (lower === 'low' || lower === 'medium') this.#goTo(lower);
  }

  #goUp(): void {
    const next = NEXT[this.#scene.quality];
    if (next !== undefined && !(this.#options.small && next === 'high')) this.#goTo(next);
  }

  #goTo(tier: 'low' | 'medium' | 'high'): void {
    this.#remember(tier);
    this.#show(tier);
  }

  #remember(measured: Measured): void {
    if (this.#settings.now.value.measured !== measured) this.#settings.change({ measured });
  }

  #show(tier: QualityName): void {
    this.#isGrowing = true;
    void this.#settle(this.#scene.setQuality(tier));
  }

  /** Measures from when everything stands; where a part did not arrive the page says so, and what stands is measured. */
  async #settle(built: Promise<void>): Promise<void> {
    await built.then(() => this.#scene.grown).catch(() => undefined);
    this.#watch.clear();
    this.#steady = 0;
    this.#isGrowing = false;
  }
}
