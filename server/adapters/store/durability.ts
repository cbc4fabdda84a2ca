/** Makes commits survive power loss: syncs the write-ahead log off this thread, many commits to one sync. */
import { type FileHandle, open } from 'node:fs/promises';

/**
 * A commit only appends to the log, which survives the death of the process. `settled()` resolves when the log as it
 * was at the call has reached the disk. Commits that arrive during a sync share the next one.
 */
export class Durability {
  readonly #log: FileHandle;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  private constructor(log: FileHandle) {
    this.#log = log;
  }

  /** @param path the write-ahead log; it lives as long as any connection does, and holds no locks of SQLite */
  static async of(path: string): Promise<Durability> {
    return new Durability(await open(path, 'r+'));
  }

  /** Resolves when everything committed before the call is on the disk. */
  settled(): Promise<void> {
    if (this.#running === null) return this.#sync();
    const running = this.#running;
    this.#next ??= running.then(
      () => this.#sync(),
      () => this.#sync(),
    );
    return this.#next;
  }

  /** Waits for syncs under way and lets go of the file. */
  async close(): Promise<void> {
    await this.settled();
    await this.#log.close();
  }

  #sync(): Promise<void> {
    this.#next = null;
    const sync = this.#log.datasync().finally(() => {
      if (this.#running === sync) this.#running = null;
    });
    this.#running = sync;
    return sync;
  }
}
