/** The languages that the pages speak, and which one a visitor gets. */

/** By its code; a language is one dictionary in this folder and one line here and in speech.ts. */
export const LANGUAGES = { en: 'English', es: 'Español', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'dimension.language';

/** The language in which `code` is spoken here, or null: "de-AT" is "de". */
export function languageOf(code: string | null): Language | null {
  const base = (code ?? '').toLowerCase().split('-')[0];
  return languages().find((language) => language === base) ?? null;
}

/** All of them, in the order of the list. */
export function languages(): Language[] {
  return Object.keys(LANGUAGES).filter((code): code is Language => Object.hasOwn(LANGUAGES, code));
}

/** What a visitor chose, or the first language their browser asks for that is spoken here, or English. */
export function pickLanguage(chosen: string | null, asked: readonly string[]): Language {
  return languageOf(chosen) ?? asked.map(languageOf).find((language) => language !== null) ?? 'en';
}

/** The choice of this browser; null when it follows the browser. */
export function chosenLanguage(storage: Pick<Storage, 'getItem'> | null): Language | null {
  return languageOf(storage?.getItem(KEY) ?? null);
}

/** Keeps a choice, or follows the browser again with null; it shows from the next page on. */
export function chooseLanguage(
  storage: Pick<Storage, 'setItem' | 'removeItem'> | null,
  language: Language | null,
): void {
  try {
    if (language === null) storage?.removeItem(KEY);
    else storage?.setItem(KEY, language);
  } catch {
    // Private windows refuse: the choice then cannot outlive the page.
    return;
  }
}
