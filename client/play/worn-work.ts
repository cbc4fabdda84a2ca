/** Which work the visitor wears, kept in this browser and put on again wherever they come in. */
import { refusalInWords } from '#client/i18n/heard.ts';
import type { WorldClient } from '#client/net/world-client.ts';

const KEY = 'dimension.wears';

/** One work or none. */
export class WornWork {
  readonly #client: Pick<WorldClient, 'wear'>;
  readonly #store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  #work: string | null;

  constructor(client: Pick<WorldClient, 'wear'>, store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null) {
    this.#client = client;
    this.#store = store;
    const kept = store?.getItem(KEY) ?? '';
    this.#work = /^[0-9a-f]{64}$/.test(kept) ? kept : null;
  }

  /** The work that is worn, or null. */
  get work(): string | null {
    return this.#work;
  }

  /** Wears a work and keeps the choice; answers with the sentence to show when that is refused, or null. */
  async wear(work: string | null): Promise<string | null> {
    const reply = await this.#client.wear(work);
    if (!reply.ok) return refusalInWords(reply);
    this.#work = work;
    this.#keep();
    return null;
  }

  /** Puts on what was worn last; a work that stands here no more is left in the wardrobe. */
  dress(): void {
    if (this.#work !== null) void this.#client.wear(this.#work);
  }

  #keep(): void {
    try {
      if (this.#work === null) this.#store?.removeItem(KEY);
      else this.#store?.setItem(KEY, this.#work);
    } catch {
      // Private windows refuse: the choice then holds for this visit only.
      return;
    }
  }
}
