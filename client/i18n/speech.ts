/** What this page speaks: one language, chosen before the first word is said; another one is another page load. */
import { browserStorage } from '#client/play/storage.ts';
import type { ENGLISH } from './english.ts';
import { AS_SPOKEN, type Heard, type HeardPattern, patternsOf } from './heard-patterns.ts';
import { chosenLanguage, type Language, pickLanguage } from './languages.ts';
import type { SameAs } from './phrases.ts';

/** Every key that can be said. */
export type Phrase = keyof typeof ENGLISH;
/** Every word in one language; plural forms by `Intl.PluralRules`, `other` where a language needs no more. */
export type Dictionary = SameAs<typeof ENGLISH>;

/** A language with everything that is written by its rules. */
export interface Speech {
  readonly language: Language;
  readonly words: Dictionary;
  readonly plurals: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
  /** Always two decimals, as clocks show them. */
  readonly hundredths: Intl.NumberFormat;
  readonly lists: Intl.ListFormat;
  /** Lists of which one is meant. */
  readonly choices: Intl.ListFormat;
  /** What the world says itself. */
  readonly heard: Heard;
  readonly heardPatterns: readonly HeardPattern[];
}

/** What is loaded of a language. */
interface Spoken {
  readonly words: Dictionary;
  readonly heard: Heard;
}

const DICTIONARIES: Readonly<Record<Language, () => Promise<Spoken>>> = {
  en: async () => ({ words: (await import('./english.ts')).ENGLISH, heard: AS_SPOKEN }),
  es: async () => (await import('./spanish.ts')).SPANISH,
  de: async () => (await import('./german.ts')).GERMAN,
};

/** English dates and lists follow British use: no comma before "and". */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', de: 'de' };

/** Loads a language. */
export async function speechOf(language: Language): Promise<Speech> {
  const locale = LOCALES[language];
  const { words, heard } = await DICTIONARIES[language]();
  return {
    language,
    words,
    heard,
    heardPatterns: patternsOf(heard.sentences),
    plurals: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
    hundredths: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    lists: new Intl.ListFormat(locale, { type: 'conjunction' }),
    choices: new Intl.ListFormat(locale, { type: 'disjunction' }),
  };
}

/** The language of this page. */
export const SPEECH: Speech = await speechOf(
  pickLanguage(
    typeof window === 'undefined' ? null : chosenLanguage(browserStorage()),
    typeof window === 'undefined' ? [] : navigator.languages,
  ),
);

/** A date as this page writes it. @param options what of it is written */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[SPEECH.language], options);
}

/** A number as this page writes it. @param options how much of it is written */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALES[SPEECH.language], options);
}
