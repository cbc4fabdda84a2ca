/** The settings as a signal that panels and game follow; every change is kept. */
import { type Signal, signal } from '@preact/signals';
import { FIRST_SETTINGS, parseSettings, SETTINGS_KEY, type Settings } from './settings.ts';

/** Settings of this browser as a signal; every change is kept. */
export class RememberedSettings {
  readonly now: Signal<Settings>;
  readonly #store: Pick<Storage, 'getItem' | 'setItem'> | null;

  constructor(store: Pick<Storage, 'getItem' | 'setItem'> | null, reducedMotion: boolean) {
    this.#store = store;
    this.now = signal(parseSettings(store?.getItem(SETTINGS_KEY) ?? null, { ...FIRST_SETTINGS, reducedMotion }));
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
