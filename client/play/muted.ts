/** Whom this visitor does not want to hear, kept in this browser. */

const KEY = 'dimension.muted';
const MOST = 500;

/** A set of accounts; what is found in storage is parsed, never believed. */
export class Muted {
  readonly #store: Pick<Storage, 'getItem' | 'setItem'> | null;
  #accounts: ReadonlySet<string>;

  constructor(store: Pick<Storage, 'getItem' | 'setItem'> | null) {
    this.#store = store;
    this.#accounts = new Set(readAccounts(store?.getItem(KEY) ?? null));
  }

  has(account: string): boolean {
    return this.#accounts.has(account);
  }

  /** Hears somebody no more, or again. */
  set(account: string, muted: boolean): void {
    const rest = [...this.#accounts].filter((other) => other !== account);
    this.#accounts = new Set(muted ? [...rest.slice(1 - MOST), account] : rest);
    try {
      this.#store?.setItem(KEY, JSON.stringify([...this.#accounts]));
    } catch {
      // Private windows refuse: it then holds for this visit only.
      return;
    }
  }
}

function readAccounts(text: string | null): string[] {
  try {
    const raw: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(raw)) return [];
    return raw.filter((account): account is string => /^0x[0-9a-f]{40}$/.test(String(account))).slice(-MOST);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
}
