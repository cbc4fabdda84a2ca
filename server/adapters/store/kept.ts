/** Rows that never change, read once: a bounded memory of what was parsed. */

/** Values by name; beyond `most` the one that was not asked for longest is forgotten. */
export class Kept<V> {
  readonly #most: number;
  readonly #values = new Map<string, V>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value of that name, made when it is not kept. */
  get(name: string, make: () => V): V {
    const kept = this.#values.get(name);
    const value = kept ?? make();
    this.#values.delete(name);
    this.#values.set(name, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value ?? '');
    return value;
  }
}
