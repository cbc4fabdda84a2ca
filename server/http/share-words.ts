/**
 * What a shared link says, in the languages of the pages. The server has no other words of its own for people who read
 * another language than English: whoever is sent a link sees these before any page can speak. A test holds them to the
 * dictionaries of the client, of which the server imports nothing.
 */
import { valueText } from '#shared/records/value-text.ts';

/** A measure has no plural; of what is counted there is one or several. */
type UnitWords = string | { readonly one: string; readonly other: string };

interface Dictionary {
  readonly value: string;
  readonly tryOf: string;
  readonly description: string;
  readonly picture: string;
  readonly units: Readonly<Record<string, UnitWords>>;
}

/** The words by language, `{name}` for a variable. */
export const SHARE_WORDS = {
  en: {
    value: '{value} by {names}',
    tryOf: 'a try by {names}',
    description: 'Watch it in the browser, computed again from its recording, beside the best that machines can do.',
    picture: 'A drawing of “{title}” with what {names} did.',
    units: {
      contact: { one: '{value} contact', other: '{value} contacts' },
      point: { one: '{value} point', other: '{value} points' },
      tool: { one: '{value} tool', other: '{value} tools' },
      energy: '{value} energy',
      chord: '{value} chord',
      agreement: '{value} agreement',
    },
  },
  es: {
    value: '{value} de {names}',
    tryOf: 'un intento de {names}',
    description:
      'Míralo en el navegador, calculado de nuevo a partir de su grabación, junto a lo mejor de las máquinas.',
    picture: 'Un dibujo de «{title}» con el intento de {names}.',
    units: {
      contact: { one: '{value} contacto', other: '{value} contactos' },
      point: { one: '{value} punto', other: '{value} puntos' },
      tool: { one: '{value} herramienta', other: '{value} herramientas' },
      energy: '{value} de energía',
      chord: '{value} de cuerda',
      agreement: '{value} de acuerdo',
    },
  },
  de: {
    value: '{value} von {names}',
    tryOf: 'ein Versuch von {names}',
    description: 'Im Browser ansehen: aus der Aufzeichnung neu berechnet, neben dem Besten, was Maschinen können.',
    picture: 'Eine Zeichnung von „{title}“ mit dem Versuch von {names}.',
    units: {
      contact: { one: '{value} Kontakt', other: '{value} Kontakte' },
      point: { one: '{value} Punkt', other: '{value} Punkte' },
      tool: { one: '{value} Werkzeug', other: '{value} Werkzeuge' },
      energy: '{value} Energie',
      chord: '{value} Sehne',
      agreement: '{value} Übereinstimmung',
    },
  },
} as const satisfies Readonly<Record<string, Dictionary>>;

/** A language in which links are told. */
export type ShareLanguage = keyof typeof SHARE_WORDS;

/** All of them; the first is for whoever asks for none. */
export const SHARE_LANGUAGES: readonly ShareLanguage[] = ['en', 'es', 'de'];

/** Decimals and lists follow these; English lists have no comma before "and". */
const LOCALES: Readonly<Record<ShareLanguage, string>> = { en: 'en-GB', es: 'es-ES', de: 'de-DE' };

/** As the tag of a page names a language: "de_DE". */
export function localeTag(language: ShareLanguage): string {
  return LOCALES[language].replace('-', '_');
}

/** The language of that code, or English. */
export function shareLanguage(code: unknown): ShareLanguage {
  return SHARE_LANGUAGES.find((language) => language === code) ?? 'en';
}

/** One of the sentences with its variables. */
export function shareSentence(
  language: ShareLanguage,
  key: Exclude<keyof Dictionary, 'units'>,
  variables: Readonly<Record<string, string>> = {},
): string {
  return filled(SHARE_WORDS[language][key], variables);
}

/** "Ada and Bo". */
export function shareNames(language: ShareLanguage, people: readonly { readonly name: string }[]): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(people.map(({ name }) => name));
}

/** A result with its unit: "4.20 s", "12 Kontakte". */
export function shareValue(language: ShareLanguage, value: number | string, unit: string): string {
  const units: Readonly<Record<string, UnitWords>> = SHARE_WORDS[language].units;
  const said = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (said === undefined) return inDigits(language, valueText(value, unit));
  const words = typeof said === 'string' ? said : Number(value) === 1 ? said.one : said.other;
  return filled(words, { value: inDigits(language, String(value)) });
}

/** With the decimal mark of the language, digit by digit otherwise. */
function inDigits(language: ShareLanguage, text: string): string {
  const mark = (0.5).toLocaleString(LOCALES[language]).charAt(1);
  return text.replace(/(?<=\d)\.(?=\d)/, mark);
}

function filled(sentence: string, variables: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => variables[name] ?? whole);
}
