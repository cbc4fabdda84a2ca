/** An answer that is worked out once for each state of the store, however many ask. */
import type { Store } from '#server/ports/store.ts';

/** Asking costs the room's thread nothing until something is written. */
export class Remembered<T> {
  readonly #store: Pick<Store, 'version'>;
  readonly #work: () => Promise<T>;
  #version = -1;
  #value: Promise<T> | null = null;

  constructor(store: Pick<Store, 'version'>, work: () => Promise<T>) {
    this.#store = store;
    this.#work = work;
  }

  value(): Promise<T> {
    const version = this.#store.version();
    if (this.#value !== null && this.#version === version) return this.#value;
    const value = this.#work();
    this.#version = version;
    this.#value = value;
    // What failed is tried anew by the next who asks.
    value.catch(() => {
      if (this.#value === value) this.#value = null;
    });
    return value;
  }
}
