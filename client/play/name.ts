/** The visitor's name: the one they had here, or a friendly one to begin with. */

const KEY = 'dimension.name';
const FIRST = ['quiet', 'amber', 'bold', 'gentle', 'curious', 'early', 'bright', 'patient'] as const;
const SECOND = ['heron', 'fern', 'otter', 'comet', 'willow', 'pebble', 'lark', 'cedar'] as const;

/** A name of two words out of two numbers in [0, 1). */
export function friendlyName(a: number, b: number): string {
  const word = (list: readonly string[], share: number) => list[Math.floor(share * list.length)] ?? list[0] ?? '';
  return `${word(FIRST, a)} ${word(SECOND, b)}`;
}

/** The name used last, or a new friendly one. */
export function rememberedName(store: Pick<Storage, 'getItem'> | null): string {
  const kept = store?.getItem(KEY)?.trim().slice(0, 24) ?? '';
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  return kept === '' ? friendlyName(a / 2 ** 32, b / 2 ** 32) : kept;
}

/** Keeps the name for the next visit. */
export function rememberName(store: Pick<Storage, 'setItem'> | null, name: string): void {
  try {
    store?.setItem(KEY, name);
  } catch {
    // Private windows refuse: the name then holds for this visit only.
    return;
  }
}
