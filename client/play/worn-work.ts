/** Which work the visitor wears, kept in this browser and put on again wherever they come in. */

const KEY = 'dimension.wears';

/** The work worn last, or null. */
export function rememberedWear(store: Pick<Storage, 'getItem'> | null): string | null {
  const kept = store?.getItem(KEY) ?? '';
  return /^[0-9a-f]{64}$/.test(kept) ? kept : null;
}

/** Keeps the choice for the next visit. */
export function rememberWear(store: Pick<Storage, 'setItem' | 'removeItem'> | null, work: string | null): void {
  try {
    if (work === null) store?.removeItem(KEY);
    else store?.setItem(KEY, work);
  } catch {
    // Private windows refuse: the choice then holds for this visit only.
    return;
  }
}
