/** The settings as a signal that panels and game follow; every change is kept. */
import { type Signal, signal } from '@preact/signals';
import { SETTINGS_KEY } from './picture-settings.ts';
import { FIRST_SETTINGS, parseSettings, type Settings } from './settings.ts';

/** Settings of this browser as a signal; every change is kept. */
export class RememberedSettings {
  readonly now: Signal<Settings>;
  readonly #store: Pick<Storage, 'getItem' | 'setItem'> | null;
  readonly #first: Settings;

  constructor(store: Pick<Storage, 'getItem' | 'setItem'> | null, reducedMotion: boolean) {
    this.#store = store;
    this.#first = { ...FIRST_SETTINGS, reducedMotion };
    this.now = signal(parseSettings(store?.getItem(SETTINGS_KEY) ?? null, this.#first));
  }

  /** Everything as on a first visit. */
  reset(): void {
    this.change(this.#first);
  }

  change(part: Partial<Settings>): void {
    this.now.value = { ...this.now.value, ...part };
    try {
      this.#store?.setItem(SETTINGS_KEY, JSON.stringify(this.now.value));
    } catch {
      // Private windows refuse: the setting then holds for this visit only.
      return;
    }
  }
}
