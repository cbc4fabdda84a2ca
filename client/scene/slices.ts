/** Long work in short slices, so that the first frames are not held up. */

/** Gives the thread back now and then. */
export class Slices {
  readonly #sliceMs: number;
  #since = 0;
  #cancelled = false;

  /** @param sliceMs how long a slice may take before the thread is given back */
  constructor(sliceMs: number) {
    this.#sliceMs = sliceMs;
    this.#since = performance.now();
  }

  /** True after `cancel`: what was being made is no longer wanted. */
  get cancelled(): boolean {
    return this.#cancelled;
  }

  cancel(): void {
    this.#cancelled = true;
  }

  /** Returns at once while the slice lasts, else after everything else that waits has run. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#since < this.#sliceMs) return;
    await new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve();
      };
      channel.port2.postMessage(0);
    });
    this.#since = performance.now();
  }
}
