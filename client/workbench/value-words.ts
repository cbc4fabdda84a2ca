/** A value of the bench in words: counts as they are, measures to the digits that matter, and what they count. */
import { inDigits, t } from '#client/i18n/translate.ts';
import type { Unit } from '#shared/records/verdict.ts';

/** Digits behind the point of a measure. */
const DIGITS = 7;

/** What a value counts, in the right number. */
export function unitWords(value: number | string, unit: Unit): string {
  return t(`bench.unit.${unit}`, { count: Number(value) });
}

/** The number alone, with the decimal mark of the language. */
export function numberWords(value: number | string): string {
  const count = Number(value);
  return Number.isInteger(count) && Math.abs(count) < 1e9 ? String(count) : inDigits(count.toFixed(DIGITS));
}
