/** Words for people: a typed key and its variables become a sentence in the language of the page. */
import { valueText } from '#shared/records/value-text.ts';
import { type Phrase, SPEECH } from './speech.ts';

type Variables = Readonly<Record<string, string | number>>;

/**
 * The sentence of `key` with `{name}` replaced by the variables. A phrase with `one` and `other` follows `count`.
 * Numbers are written with the grouping of the language.
 */
export function t(key: Phrase, variables: Variables = {}): string {
  const { words, plurals, numbers } = SPEECH;
  const phrase = words[key];
  const count = variables['count'];
  const isOne = typeof count === 'number' && plurals.select(count) === 'one';
  const text = typeof phrase === 'string' ? phrase : phrase[isOne ? 'one' : 'other'];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = variables[name];
    return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** Names in one line: "Ada", "Ada and Bo", "Ada, Bo and Cleo". */
export function inLine(names: readonly string[]): string {
  return SPEECH.lists.format(names);
}

/** Ticks of 1/60 s as seconds with two decimals: "12.35 s". */
export function ticksAsTime(ticks: number): string {
  // Rounded first, so that no minute has sixty seconds.
  const hundredths = Math.round((ticks / 60) * 100);
  const minutes = Math.floor(hundredths / 6_000);
  const seconds = SPEECH.hundredths.format((hundredths - minutes * 6_000) / 100);
  return minutes === 0 ? t('unit.seconds', { seconds }) : t('unit.minutes', { minutes, seconds });
}

/** A decimal as the law writes it, digit by digit, with the decimal mark of the language. */
export function inDigits(value: number | string): string {
  const mark = SPEECH.hundredths.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return String(value).replace('.', mark);
}

/** A value of a record in words: ticks as time, everything else with its unit. */
export function valueInWords(value: number | string, unit: string): string {
  if (unit === 'tick') return ticksAsTime(Number(value));
  const key = UNITS.find((phrase) => phrase === `unit.${unit}`);
  return key === undefined ? valueText(value, unit) : t(key, { count: Number(value), value: inDigits(value) });
}

const UNITS = ['unit.contact', 'unit.point', 'unit.tool', 'unit.energy', 'unit.chord', 'unit.agreement'] as const;

/** An address as people read it: 0x12ab…90cd. */
export function shortAddress(address: string): string {
  return address.length > 12 ? `${address.slice(0, 6)}…${address.slice(-4)}` : address;
}
