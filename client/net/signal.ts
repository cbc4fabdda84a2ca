/** The smallest way to listen: functions that are called until they are taken off. */

/** Called with everything that is told. */
export class Listeners<T> {
  readonly #all = new Set<(told: T) => void>();

  /** @returns a function that stops listening */
  on(listener: (told: T) => void): () => void {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  }

  tell(told: T): void {
    for (const listener of [...this.#all]) listener(told);
  }
}
