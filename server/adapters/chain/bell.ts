/** Waiting that somebody else may cut short. */

/** A bell that was rung before anybody waited lets the next wait pass at once. */
export class Bell {
  #rung = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Resolves after `ms` or when the bell rings. One waits at a time. */
  wait(ms: number): Promise<void> {
    if (this.#rung) {
      this.#rung = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wake = null;
        this.#rung = false;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#wake = done;
    });
  }

  /** Waits all of `ms` however often the bell rings, unless `over` says at a ring that it is over. */
  async waitOut(ms: number, over: () => boolean): Promise<void> {
    const end = performance.now() + ms;
    for (let left = ms; left > 0 && !over(); left = end - performance.now()) await this.wait(left);
  }
}
