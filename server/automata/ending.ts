/** The end of something that lives long: whoever waits for anything else hears of it, and leaves nothing behind. */

/** Ends once; everything that waits then goes on at once. */
export class Ending {
  readonly #waiting = new Set<() => void>();
  #over = false;

  get over(): boolean {
    return this.#over;
  }

  /** How many wait now. */
  get waiting(): number {
    return this.#waiting.size;
  }

  end(): void {
    this.#over = true;
    for (const go of [...this.#waiting]) go();
  }

  /**
   * Waits for `work`, but no longer than to the end. `Promise.race` against one promise that stays open for years
   * would keep a reaction of every race until then.
   * @throws what `work` throws before the end
   */
  async before(work: Promise<unknown>): Promise<void> {
    if (this.#over) {
      work.catch(() => undefined);
      return;
    }
    let go: () => void = () => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        go = resolve;
        this.#waiting.add(go);
        work.then(() => resolve(), reject);
      });
    } finally {
      this.#waiting.delete(go);
    }
  }

  /** Waits this long, or to the end. */
  async pause(ms: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const passed = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await this.before(passed);
    clearTimeout(timer);
  }
}
