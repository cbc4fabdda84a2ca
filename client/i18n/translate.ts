/** Words for people: a typed key and its variables become a sentence. A second language is a second dictionary. */
import { valueText } from '#shared/records/value-text.ts';
import { ENGLISH } from './english.ts';

/** Every key that can be said. */
export type Phrase = keyof typeof ENGLISH;
type Variables = Readonly<Record<string, string | number>>;

const PLURALS = new Intl.PluralRules('en');
const NUMBERS = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/**
 * The sentence of `key` with `{name}` replaced by the variables. A phrase with `one` and `other` follows `count`.
 * Numbers are written with the grouping of the language.
 */
export function t(key: Phrase, variables: Variables = {}): string {
  const phrase = ENGLISH[key];
  const text = typeof phrase === 'string' ? phrase : phrase[isOne(variables['count']) ? 'one' : 'other'];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = variables[name];
    return value === undefined ? whole : typeof value === 'number' ? NUMBERS.format(value) : value;
  });
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Names in one line: "Ada", "Ada and Bo", "Ada, Bo and Cleo". */
export function inLine(names: readonly string[]): string {
  return LIST.format(names);
}

/** Ticks of 1/60 s as seconds with two decimals: "12.35 s". */
export function ticksAsTime(ticks: number): string {
  const seconds = ticks / 60;
  const minutes = Math.floor(seconds / 60);
  const rest = (seconds - minutes * 60).toFixed(2);
  return minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`;
}

/** A value of a record in words: ticks as time, everything else with its unit. */
export function valueInWords(value: number | string, unit: string): string {
  return unit === 'tick' ? ticksAsTime(Number(value)) : valueText(value, unit);
}

/** An address as people read it: 0x12ab…90cd. */
export function shortAddress(address: string): string {
  return address.length > 12 ? `${address.slice(0, 6)}…${address.slice(-4)}` : address;
}

function isOne(count: string | number | undefined): boolean {
  return typeof count === 'number' && PLURALS.select(count) === 'one';
}
